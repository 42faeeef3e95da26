import type { TablesDossiers } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

/** Columns commands look at: never the whole row by `*`, so that an added column cannot leak. */
const COLONNES = [
  'id',
  'etablissementId',
  'affaireId',
  'type',
  'numero',
  'etat',
  'estClos',
  'version',
  'classe',
  'objet',
  'recuLe',
  'auteur',
  'assigneA',
  'services',
  'priorite',
] as const

export interface DossierVerrouille {
  readonly id: string
  readonly etablissementId: string
  readonly affaireId: string
  readonly type: string
  readonly numero: string
  readonly etat: string
  readonly estClos: boolean
  readonly version: number
  readonly classe: string
  readonly objet: string
  readonly recuLe: string
  readonly auteur: string
  readonly assigneA: string | null
  readonly services: string[]
  readonly priorite: string
}

/** Next rank of the year, without hole or duplicate: the counter's row stays locked until this transaction ends. */
export async function prendreRang(
  tx: Tx,
  etablissementId: string,
  type: string,
  annee: number,
): Promise<number> {
  const { dernier } = await db(tx)
    .insertInto('dossiers.compteur')
    .values({ etablissementId, type, annee, dernier: 1 })
    .onConflict((c) =>
      c.columns(['etablissementId', 'type', 'annee']).doUpdateSet({ dernier: sql`compteur.dernier + 1` }),
    )
    .returning('dernier')
    .executeTakeFirstOrThrow()
  return dernier
}

export async function insererDossier(
  tx: Tx,
  d: Omit<DossierVerrouille, 'version' | 'estClos' | 'priorite'> & {
    annee: number
    rang: number
    creeA: Date
    creePar: string | null
  },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.dossier')
    .values({ ...d, services: [...d.services], modifieA: d.creeA })
    .execute()
  if (d.services.length > 0) await remplacerRattachements(tx, d.id, d.services, d.recuLe)
}

/** Services of a dossier as rows, so that a list filtered by service follows an index. */
export async function remplacerRattachements(
  tx: Tx,
  dossierId: string,
  services: readonly string[],
  recuLe: string,
): Promise<void> {
  await db(tx).deleteFrom('dossiers.rattachement').where('dossierId', '=', dossierId).execute()
  if (services.length === 0) return
  await db(tx)
    .insertInto('dossiers.rattachement')
    .values(services.map((structureId) => ({ dossierId, structureId, recuLe })))
    .execute()
}

function refuserVersion(dossier: DossierVerrouille, version: number | null): void {
  if (version === null || dossier.version === version) return
  const { objet, etat, classe, assigneA, services, priorite } = dossier
  throw new AppError('stale', {
    actuel: { version: dossier.version, objet, etat, classe, assigneA, services, priorite },
  })
}

const lireDossier = (tx: Tx, id: string) =>
  db(tx).selectFrom('dossiers.dossier').select(COLONNES).where('id', '=', id)

/** Locks a dossier for a change. 404 outside the perimeter; 409 `stale`, with what it is now, when someone was faster. */
export async function verrouillerDossier(
  tx: Tx,
  id: string,
  version: number | null,
): Promise<DossierVerrouille> {
  const dossier = await lireDossier(tx, id).forUpdate().executeTakeFirst()
  if (dossier === undefined) throw new AppError('not-found')
  refuserVersion(dossier, version)
  return dossier
}

/** The same without the lock, for what is prepared before the transaction that writes. */
export async function obtenirDossier(tx: Tx, id: string, version: number | null): Promise<DossierVerrouille> {
  const dossier = await lireDossier(tx, id).executeTakeFirst()
  if (dossier === undefined) throw new AppError('not-found')
  refuserVersion(dossier, version)
  return dossier
}

/** What a command may change of the row itself; everything else has its own table. */
export interface Changement {
  readonly etat?: string
  readonly estClos?: boolean
  readonly closLe?: string | null
  readonly classe?: string
  readonly objet?: string
  readonly recuLe?: string
  readonly assigneA?: string | null
  readonly priorite?: string
  readonly auteur?: string
  readonly services?: string[]
}

/** Writes a change and gives the new version. The row must have been locked before. */
export async function changerDossier(
  tx: Tx,
  id: string,
  changement: Changement,
  maintenant: Date,
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('dossiers.dossier')
    .set((eb) => ({ ...changement, modifieA: maintenant, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Keeps the next deadline beside the dossier without a new version: it follows from a fact, nobody typed it. */
export async function noterProchaineEcheance(
  tx: Tx,
  id: string,
  prochaine: { le: string; code: string } | null,
): Promise<void> {
  await db(tx)
    .updateTable('dossiers.dossier')
    .set({ prochaineEcheanceLe: prochaine?.le ?? null, prochaineEcheanceCode: prochaine?.code ?? null })
    .where('id', '=', id)
    .execute()
}

export async function trouverParNumero(
  tx: Tx,
  numero: string,
): Promise<{ id: string; affaireId: string } | null> {
  const trouve = await db(tx)
    .selectFrom('dossiers.dossier')
    .select(['id', 'affaireId'])
    .where('numero', '=', numero)
    .executeTakeFirst()
  return trouve ?? null
}

export async function insererRecit(
  tx: Tx,
  recit: { id: string; dossierId: string; texte: string; creeA: Date; agentId: string | null },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.recit')
    .values({
      ...recit,
      rang: sql<number>`(select coalesce(max(r.rang), 0) + 1 from dossiers.recit r where r.dossier_id = ${recit.dossierId})`,
    })
    .execute()
}

export async function insererParticipation(
  tx: Tx,
  p: { dossierId: string; personneId: string; role: string; qualite: string },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.participation')
    .values(p)
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function supprimerParticipation(
  tx: Tx,
  p: { dossierId: string; personneId: string; role: string },
): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.participation')
    .where('dossierId', '=', p.dossierId)
    .where('personneId', '=', p.personneId)
    .where('role', '=', p.role)
    .execute()
}

/** Whether somebody is recorded as the author. */
export async function aUnAuteur(tx: Tx, dossierId: string): Promise<boolean> {
  const auteur = await db(tx)
    .selectFrom('dossiers.participation')
    .select('personneId')
    .where('dossierId', '=', dossierId)
    .where('role', '=', 'auteur')
    .limit(1)
    .executeTakeFirst()
  return auteur !== undefined
}

export async function insererLien(
  tx: Tx,
  lien: { dossierId: string; versId: string; nature: string; creeA: Date; agentId: string },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.lien')
    .values(lien)
    .onConflict((c) => c.columns(['dossierId', 'versId']).doNothing())
    .execute()
}

/** A link is seen from both ends: removed in whichever direction it was made. */
export async function supprimerLien(tx: Tx, a: string, b: string): Promise<void> {
  await db(tx)
    .deleteFrom('dossiers.lien')
    .where((eb) =>
      eb.or([
        eb.and([eb('dossierId', '=', a), eb('versId', '=', b)]),
        eb.and([eb('dossierId', '=', b), eb('versId', '=', a)]),
      ]),
    )
    .execute()
}

/** False when it had been declared already. */
export async function insererConflit(
  tx: Tx,
  conflit: { dossierId: string; agentId: string; declareA: Date; declarePar: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('dossiers.conflit')
    .values(conflit)
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Withholds a dossier from those another one is withheld from. Their ids, when it was not already. */
export async function copierConflits(
  tx: Tx,
  a: { de: string; vers: string; declareA: Date; declarePar: string },
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into dossiers.conflit (dossier_id, agent_id, declare_a, declare_par)
     select $2::uuid, c.agent_id, $3, $4 from dossiers.conflit c where c.dossier_id = $1
     on conflict do nothing returning agent_id as id`,
    [a.de, a.vers, a.declareA, a.declarePar],
  )
  return rows.map(({ id }) => id)
}

/** False when none had been declared. */
export async function supprimerConflit(tx: Tx, dossierId: string, agentId: string): Promise<boolean> {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('dossiers.conflit')
    .where('dossierId', '=', dossierId)
    .where('agentId', '=', agentId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/**
 * Writes the new name of a person in the dossiers that showed the old one: another author's name stays. Ids of every
 * dossier they are part of.
 */
export async function renommerAuteur(
  tx: Tx,
  personneId: string,
  { ancien, nouveau }: { readonly ancien: string; readonly nouveau: string },
): Promise<string[]> {
  await tx.query(
    `update dossiers.dossier d set auteur = $3 from dossiers.participation x
      where x.personne_id = $1 and x.role = 'auteur' and d.id = x.dossier_id and d.auteur = $2`,
    [personneId, ancien, nouveau],
  )
  const { rows } = await tx.query<{ id: string }>(
    'select distinct x.dossier_id as id from dossiers.participation x where x.personne_id = $1',
    [personneId],
  )
  return rows.map((ligne) => ligne.id)
}

/** Ids of the open dossiers after one, in order: what a job goes through in batches. */
export async function listerOuvertsApres(
  tx: Tx,
  apres: string | null,
  limite: number,
): Promise<{ id: string; type: string }[]> {
  let q = db(tx).selectFrom('dossiers.dossier').select(['id', 'type']).where('estClos', '=', false)
  if (apres !== null) q = q.where('id', '>', apres)
  return q.orderBy('id').limit(limite).execute()
}
