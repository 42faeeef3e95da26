import type { TablesReclamations } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { NATURES_DE_PROVENANCE } from '../domain/model.ts'
import type { Provenance } from '../domain/provenance.ts'
import type { NatureDeTransmission } from '../domain/transmission.ts'

const db = (tx: Tx) => tables<TablesReclamations>(tx)

export interface ProvenanceEnBase extends Provenance {
  readonly id: string
  readonly recueLe: string
}

/** In the order they arrived. */
export async function listerProvenances(tx: Tx, dossierId: string): Promise<ProvenanceEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('reclamations.provenance')
    .select(['id', 'nature', 'nom', 'reference', 'recueLe', 'premiereReceptionLe', 'explicationsPourLe'])
    .where('dossierId', '=', dossierId)
    .orderBy('recueLe')
    .orderBy('id')
    .execute()
  return lignes.map(({ nature, ...ligne }) => ({
    ...ligne,
    nature: NATURES_DE_PROVENANCE.find((n) => n === nature) ?? 'autre',
  }))
}

export async function insererProvenance(
  tx: Tx,
  p: ProvenanceEnBase & { dossierId: string; enregistreeA: Date; enregistreePar: string },
): Promise<void> {
  await db(tx).insertInto('reclamations.provenance').values(p).execute()
}

export async function changerProvenance(tx: Tx, { id, ...p }: ProvenanceEnBase): Promise<void> {
  await db(tx).updateTable('reclamations.provenance').set(p).where('id', '=', id).execute()
}

const COLONNES = [
  'id',
  'nature',
  'destinataire',
  'estTotale',
  'objet',
  'faitId',
  'courrierId',
  'avisId',
  'envoyeeLe',
  'aviseeLe',
  'abandonneeA',
] as const

export type TransmissionEnBase = Omit<
  Pick<TablesReclamations['reclamations.transmission'], (typeof COLONNES)[number]>,
  'nature'
> & { readonly nature: NatureDeTransmission }

/** Last prepared first. */
export async function listerTransmissions(tx: Tx, dossierId: string): Promise<TransmissionEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('reclamations.transmission')
    .select(COLONNES)
    .where('dossierId', '=', dossierId)
    .orderBy('prepareeA', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return lignes.map((ligne) => ({ ...ligne, nature: ligne.nature as NatureDeTransmission }))
}

/** Throws `not-found` when the dossier has no such transmission. */
export async function obtenirTransmission(
  tx: Tx,
  dossierId: string,
  id: string,
): Promise<TransmissionEnBase> {
  const trouvee = (await listerTransmissions(tx, dossierId)).find((t) => t.id === id)
  if (trouvee === undefined) throw new AppError('not-found')
  return trouvee
}

export interface NouvelleTransmission {
  readonly id: string
  readonly dossierId: string
  readonly nature: NatureDeTransmission
  readonly correspondantId: string | null
  readonly destinataire: string
  readonly coordonnees: readonly string[]
  readonly estTotale: boolean
  readonly objet: string
  readonly avecDonneesDeSante: boolean
  readonly pieces: readonly string[]
  readonly faitId: string
  readonly courrierId: string | null
  readonly avisId: string | null
  readonly prepareeA: Date
  readonly prepareePar: string
}

export async function insererTransmission(tx: Tx, t: NouvelleTransmission): Promise<void> {
  await db(tx)
    .insertInto('reclamations.transmission')
    .values({ ...t, coordonnees: [...t.coordonnees], pieces: [...t.pieces] })
    .execute()
}

export async function changerTransmission(
  tx: Tx,
  id: string,
  changement: { envoyeeLe?: string; aviseeLe?: string; abandonneeA?: Date },
): Promise<void> {
  await db(tx).updateTable('reclamations.transmission').set(changement).where('id', '=', id).execute()
}
