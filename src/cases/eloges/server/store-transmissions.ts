import type { TablesEloges } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { Envoi, TransmissionFaite } from '../domain/transmission.ts'

const db = (tx: Tx) => tables<TablesEloges>(tx)

export interface TransmissionEnBase extends TransmissionFaite {
  readonly id: string
  readonly dossierId: string
  readonly structureNom: string
  readonly aNom: string
  readonly texte: string
  readonly signature: string
  readonly transmiseLe: string
  readonly raison: string
  readonly remiseLe: string | null
  readonly annuleeA: Date | null
  readonly annulationMotif: string
}

const TRANSMISSIONS = `
select t.id, t.dossier_id as "dossierId", t.structure_id as "structureId", s.nom as "structureNom", t.a_nom as "aNom",
  t.a_courriel as "aCourriel", t.texte, t.signature, t.transmise_le as "transmiseLe", t.envoi, t.raison,
  t.remise_le as "remiseLe", t.annulee_a as "annuleeA", t.annulation_motif as "annulationMotif",
  t.annulee_a is not null as "estAnnulee", t.remise_a is not null as "estRemise"
from eloges.transmission t join structures.structure s on s.id = t.structure_id`

/** Where a praise went, oldest first: to the reader's own services, or everywhere for the department. One statement. */
export async function listerTransmissions(tx: Tx, dossierId: string): Promise<TransmissionEnBase[]> {
  const { rows } = await tx.query<TransmissionEnBase>(
    `${TRANSMISSIONS} where t.dossier_id = $1 order by t.transmise_a, t.id`,
    [dossierId],
  )
  return rows
}

/** One of them, its row locked for a change. Throws `not-found` outside the perimeter. */
export async function verrouillerTransmission(
  tx: Tx,
  a: { readonly dossierId: string; readonly id: string },
): Promise<TransmissionEnBase> {
  const { rows } = await tx.query<TransmissionEnBase>(
    `${TRANSMISSIONS} where t.dossier_id = $1 and t.id = $2 for update of t`,
    [a.dossierId, a.id],
  )
  const [transmission] = rows
  if (transmission === undefined) throw new AppError('not-found')
  return transmission
}

export async function insererTransmissions(
  tx: Tx,
  transmissions: readonly {
    readonly id: string
    readonly dossierId: string
    readonly structureId: string
    readonly aNom: string
    readonly aCourriel: string
    readonly texte: string
    readonly signature: string
    readonly transmiseLe: string
    readonly transmiseA: Date
    readonly par: string
    readonly envoi: Envoi
  }[],
): Promise<void> {
  await db(tx)
    .insertInto('eloges.transmission')
    .values([...transmissions])
    .execute()
}

export async function noterEnvoi(
  tx: Tx,
  id: string,
  issue: { readonly envoi: Envoi; readonly raison: string },
): Promise<void> {
  await db(tx).updateTable('eloges.transmission').set(issue).where('id', '=', id).execute()
}

export async function noterAnnulation(
  tx: Tx,
  id: string,
  annulation: { readonly annuleeA: Date; readonly annuleePar: string; readonly annulationMotif: string },
): Promise<void> {
  await db(tx).updateTable('eloges.transmission').set(annulation).where('id', '=', id).execute()
}

export async function noterRemise(
  tx: Tx,
  id: string,
  remise: { readonly remiseLe: string; readonly remiseA: Date; readonly remisePar: string },
): Promise<void> {
  await db(tx).updateTable('eloges.transmission').set(remise).where('id', '=', id).execute()
}

/** A praise that a service has to pass on to its team. */
export interface ElogeARemettre {
  readonly id: string
  readonly dossierId: string
  readonly numero: string
  readonly structure: string
  readonly texte: string
  readonly transmiseLe: string
}

/** What went to these services and nobody passed on yet, newest first. One statement. */
export async function listerElogesARemettre(
  tx: Tx,
  structures: readonly string[],
  limite: number,
): Promise<ElogeARemettre[]> {
  if (structures.length === 0) return []
  const { rows } = await tx.query<ElogeARemettre>(
    `select t.id, t.dossier_id as "dossierId", d.numero, s.nom as structure, t.texte, t.transmise_le as "transmiseLe"
       from eloges.transmission t
       join dossiers.dossier d on d.id = t.dossier_id
       join structures.structure s on s.id = t.structure_id
      where t.structure_id = any($1) and t.annulee_a is null and t.remise_a is null and t.envoi <> 'echec'
      order by t.transmise_a desc, t.id limit $2`,
    [[...structures], limite],
  )
  return rows
}
