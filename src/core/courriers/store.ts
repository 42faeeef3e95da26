import type { TablesCourriers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesCourriers>(tx)

export type LigneModele = TablesCourriers['courriers.modele']

const COLONNES_DU_MODELE = [
  'id',
  'code',
  'version',
  'nom',
  'taille',
  'objetCle',
  'cleEnveloppee',
  'cleId',
  'deposeA',
] as const

export type ModeleEnUsage = Pick<LigneModele, (typeof COLONNES_DU_MODELE)[number]>

/** The last version of each template that was not withdrawn. */
export function listerModelesEnUsage(tx: Tx): Promise<ModeleEnUsage[]> {
  return db(tx)
    .selectFrom('courriers.modele')
    .select(COLONNES_DU_MODELE)
    .distinctOn('code')
    .where('retireA', 'is', null)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

export async function trouverModeleEnUsage(tx: Tx, code: string): Promise<ModeleEnUsage | null> {
  const ligne = await db(tx)
    .selectFrom('courriers.modele')
    .select(COLONNES_DU_MODELE)
    .where('code', '=', code)
    .where('retireA', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ligne ?? null
}

/** Inserts the next version and gives its number: two deposits of the same template wait for each other. */
export async function insererModele(
  tx: Tx,
  modele: Omit<LigneModele, 'version' | 'retireA'>,
): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4301))', [
    `${modele.etablissementId} ${modele.code}`,
  ])
  const { derniere } = await db(tx)
    .selectFrom('courriers.modele')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('derniere'))
    .where('code', '=', modele.code)
    .executeTakeFirstOrThrow()
  const version = derniere + 1
  await db(tx)
    .insertInto('courriers.modele')
    .values({ ...modele, version, retireA: null })
    .execute()
  return version
}

/** Withdraws every version of a template; how many were in use. */
export async function retirerVersions(tx: Tx, code: string, maintenant: Date): Promise<number> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('courriers.modele')
    .set({ retireA: maintenant })
    .where('code', '=', code)
    .where('retireA', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Which of these objects are templates, withdrawn ones included: what the sweep of the pieces asks. */
export async function listerObjetsDesModeles(tx: Tx, cles: readonly string[]): Promise<readonly string[]> {
  if (cles.length === 0) return []
  const lignes = await db(tx)
    .selectFrom('courriers.modele')
    .select('objetCle')
    .where('objetCle', 'in', cles)
    .execute()
  return lignes.map(({ objetCle }) => objetCle)
}
