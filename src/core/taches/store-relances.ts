import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { TablesTaches } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { RelanceFaite } from './domain/dates.ts'
import type { DemandeARelancer } from './domain/relance-automatique.ts'
import type { Envoi, NatureDeTache, NiveauDeRelance } from './domain/tache.ts'

const db = (tx: Tx) => tables<TablesTaches>(tx)

/** A request that waits, with all the chase looks at. */
export interface TacheEnAttente {
  readonly id: string
  readonly dossierId: string
  readonly nature: NatureDeTache
  readonly structureId: string | null
  readonly structureNom: string | null
  readonly destinataireNom: string
  readonly destinataireFonction: string
  readonly destinataireCourriel: string
  readonly demandeur: string
  readonly objet: string
  readonly demandeeLe: string
  readonly demandeePar: string | null
  readonly pourLe: string
  readonly estSuspendue: boolean
  readonly dossierEstClos: boolean
  readonly assigneA: string | null
  readonly dossier: { readonly type: string; readonly numero: string; readonly objet: string }
  readonly relances: readonly RelanceFaite[]
}

/** What the domain looks at of it. */
export const enDemandeSuivie = (tache: TacheEnAttente): DemandeARelancer & { readonly id: string } => ({
  ...tache,
  demandeeLe: jourCivil(tache.demandeeLe),
  pourLe: jourCivil(tache.pourLe),
})

const EN_ATTENTE = `
select t.id, t.dossier_id as "dossierId", t.nature, t.structure_id as "structureId", s.nom as "structureNom",
  t.destinataire_nom as "destinataireNom", t.destinataire_fonction as "destinataireFonction",
  t.destinataire_courriel as "destinataireCourriel", t.demandeur, t.objet,
  t.demandee_le as "demandeeLe", t.demandee_par as "demandeePar", t.pour_le as "pourLe",
  t.relances_suspendues_a is not null as "estSuspendue", d.est_clos as "dossierEstClos", d.assigne_a as "assigneA",
  json_build_object('type', d.type, 'numero', d.numero, 'objet', d.objet) as dossier,
  coalesce((select json_agg(json_build_object('niveau', r.niveau, 'faiteLe', r.faite_le) order by r.faite_a, r.id)
              from taches.relance r where r.tache_id = t.id), '[]') as relances
from taches.tache t
  join dossiers.dossier d on d.id = t.dossier_id
  left join structures.structure s on s.id = t.structure_id
where t.etat = 'demandee'`

/** Every request of the establishment that waits for an answer. One statement. */
export async function listerEnAttente(tx: Tx, etablissementId: string): Promise<TacheEnAttente[]> {
  const { rows } = await tx.query<TacheEnAttente>(
    `${EN_ATTENTE} and t.etablissement_id = $1 order by t.pour_le, t.id`,
    [etablissementId],
  )
  return rows
}

/** Those asked of one structure, or of people outside any. One statement. */
export async function listerEnAttenteDe(
  tx: Tx,
  a: { readonly etablissementId: string; readonly structureId: string | null; readonly limite: number },
): Promise<TacheEnAttente[]> {
  const { rows } = await tx.query<TacheEnAttente>(
    `${EN_ATTENTE} and t.etablissement_id = $1 and t.structure_id is not distinct from $2::uuid
      order by t.pour_le, t.id limit $3`,
    [a.etablissementId, a.structureId, a.limite],
  )
  return rows
}

/** Those of these that still wait, their dossiers then their rows locked, always in that order. Two statements. */
export async function verrouillerEnAttente(tx: Tx, ids: readonly string[]): Promise<TacheEnAttente[]> {
  await tx.query(
    `select d.id from dossiers.dossier d
      where d.id in (select t.dossier_id from taches.tache t where t.id = any($1)) order by d.id for update`,
    [[...ids]],
  )
  await tx.query('select t.id from taches.tache t where t.id = any($1) order by t.id for update', [[...ids]])
  const { rows } = await tx.query<TacheEnAttente>(
    `${EN_ATTENTE} and t.id = any($1) order by t.pour_le, t.id`,
    [[...ids]],
  )
  return rows
}

/** A message of the day, as it is kept. */
export interface RecapitulatifEnBase {
  readonly id: string
  readonly aNom: string
  readonly aCourriel: string
  readonly jour: string
  readonly essais: number
  readonly tenteA: Date
  readonly envoi: Exclude<Envoi, 'a-copier'>
  readonly concluA: Date | null
}

const COLONNES = ['id', 'aNom', 'aCourriel', 'jour', 'essais', 'tenteA', 'envoi', 'concluA'] as const

/** The messages of a day, by the key of their address. */
export async function listerRecapitulatifs(
  tx: Tx,
  jour: string,
): Promise<ReadonlyMap<string, RecapitulatifEnBase>> {
  const lignes = await db(tx)
    .selectFrom('taches.recapitulatif')
    .select([...COLONNES, 'cleCourriel'])
    .where('jour', '=', jour)
    .execute()
  return new Map(
    lignes.map(({ cleCourriel, envoi, ...l }) => [cleCourriel, { ...l, envoi: versEnvoi(envoi) }]),
  )
}

const versEnvoi = (envoi: string) => envoi as RecapitulatifEnBase['envoi']

/** Messages whose sending nobody concluded: the machine stopped meanwhile. */
export async function listerInacheves(tx: Tx, avant: Date): Promise<RecapitulatifEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('taches.recapitulatif')
    .select(COLONNES)
    .where('concluA', 'is', null)
    .where('tenteA', '<', avant)
    .orderBy('tenteA')
    .execute()
  return lignes.map((l) => ({ ...l, envoi: versEnvoi(l.envoi) }))
}

/**
 * Takes the message of the day to an address, or takes it up again when it did not leave. False when it left, may have left, or
 * is being sent by someone else.
 */
export async function prendreRecapitulatif(
  tx: Tx,
  r: {
    readonly id: string
    readonly etablissementId: string
    readonly cleCourriel: string
    readonly aNom: string
    readonly aCourriel: string
    readonly jour: string
    readonly tenteA: Date
  },
): Promise<{ readonly id: string; readonly essais: number } | null> {
  const { rows } = await tx.query<{ id: string; essais: number }>(
    `insert into taches.recapitulatif as r
       (id, etablissement_id, cle_courriel, a_nom, a_courriel, jour, tente_a, envoi)
     values ($1, $2, $3, $4, $5, $6, $7, 'incertain')
     on conflict (etablissement_id, cle_courriel, jour) do update
       set a_nom = excluded.a_nom, a_courriel = excluded.a_courriel, tente_a = excluded.tente_a,
           envoi = 'incertain', raison = '', conclu_a = null, essais = r.essais + 1
       where r.envoi = 'echec' and r.conclu_a is not null
     returning r.id, r.essais`,
    [r.id, r.etablissementId, r.cleCourriel, r.aNom, r.aCourriel, r.jour, r.tenteA],
  )
  const [pris] = rows
  if (pris === undefined) return null
  await db(tx).deleteFrom('taches.ligneDeRecapitulatif').where('recapitulatifId', '=', pris.id).execute()
  return pris
}

export interface LigneEnBase {
  readonly tacheId: string
  readonly niveau: NiveauDeRelance | null
  readonly empreinte: Buffer
}

export async function insererLignes(
  tx: Tx,
  recapitulatifId: string,
  lignes: readonly LigneEnBase[],
): Promise<void> {
  await db(tx)
    .insertInto('taches.ligneDeRecapitulatif')
    .values(lignes.map((ligne) => ({ ...ligne, recapitulatifId })))
    .execute()
}

export async function listerLignes(tx: Tx, recapitulatifId: string): Promise<LigneEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('taches.ligneDeRecapitulatif')
    .select(['tacheId', 'niveau', 'empreinte'])
    .where('recapitulatifId', '=', recapitulatifId)
    .orderBy('tacheId')
    .execute()
  return lignes.map((l) => ({ ...l, niveau: l.niveau as NiveauDeRelance | null }))
}

/** Says what became of a message. False when that was said already. */
export async function conclureEnBase(
  tx: Tx,
  id: string,
  fin: { readonly envoi: RecapitulatifEnBase['envoi']; readonly raison: string; readonly concluA: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('taches.recapitulatif')
    .set(fin)
    .where('id', '=', id)
    .where('concluA', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Closes links that never left. */
export async function fermerLiens(tx: Tx, empreintes: readonly Buffer[], maintenant: Date): Promise<void> {
  if (empreintes.length === 0) return
  await db(tx)
    .updateTable('taches.lien')
    .set({ revoqueA: maintenant })
    .where('empreinte', 'in', [...empreintes])
    .execute()
}

/** Holds the chase of one request back, or lets it go on. */
export async function suspendreEnBase(
  tx: Tx,
  id: string,
  suspension: { readonly a: Date; readonly par: string; readonly motif: string } | null,
): Promise<void> {
  await db(tx)
    .updateTable('taches.tache')
    .set({
      relancesSuspenduesA: suspension?.a ?? null,
      relancesSuspenduesPar: suspension?.par ?? null,
      relancesSuspenduesMotif: suspension?.motif ?? '',
    })
    .where('id', '=', id)
    .execute()
}
