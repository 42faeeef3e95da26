import type { TablesStructures } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { searchKey, sortKey } from '#platform/keys.ts'
import type { CorrespondantSaisi } from './contract.ts'
import { NATURES_DE_CORRESPONDANT } from './domain/correspondant.ts'

const db = (tx: Tx) => tables<TablesStructures>(tx)

export interface CorrespondantEnBase extends CorrespondantSaisi {
  readonly id: string
  readonly version: number
  readonly estRetire: boolean
}

const COLONNES = ['id', 'nature', 'nom', 'adresse', 'courriel', 'version', 'retireA'] as const

type Ligne = Omit<CorrespondantEnBase, 'nature' | 'estRetire'> & {
  readonly nature: string
  readonly retireA: Date | null
}

const lu = ({ nature, retireA, ...ligne }: Ligne): CorrespondantEnBase => ({
  ...ligne,
  nature: NATURES_DE_CORRESPONDANT.find((n) => n === nature) ?? 'autre',
  estRetire: retireA !== null,
})

const clesDe = (nom: string) => ({ cleTri: sortKey(nom), cleNom: searchKey(nom) })

/** Correspondents of the establishment by name, withdrawn ones included. */
export async function listerCorrespondantsEnBase(tx: Tx): Promise<CorrespondantEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('structures.correspondant')
    .select(COLONNES)
    .orderBy('cleTri')
    .orderBy('id')
    .limit(1000)
    .execute()
  return lignes.map(lu)
}

/** Null outside the establishment. */
export async function trouverCorrespondant(tx: Tx, id: string): Promise<CorrespondantEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('structures.correspondant')
    .select(COLONNES)
    .where('id', '=', id)
    .executeTakeFirst()
  return ligne === undefined ? null : lu(ligne)
}

/** False when a correspondent in use has this name. */
export async function insererCorrespondant(
  tx: Tx,
  {
    id,
    etablissementId,
    creeA,
    ...saisi
  }: CorrespondantSaisi & { id: string; etablissementId: string; creeA: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('structures.correspondant')
    .values({ ...saisi, adresse: [...saisi.adresse], id, etablissementId, creeA, ...clesDe(saisi.nom) })
    .onConflict((c) => c.columns(['etablissementId', 'cleNom']).where('retireA', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function verrouillerCorrespondant(tx: Tx, id: string): Promise<CorrespondantEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('structures.correspondant')
    .select(COLONNES)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return ligne === undefined ? null : lu(ligne)
}

/** Another correspondent in use has this name. */
export async function nomEstPris(tx: Tx, nom: string, sauf: string): Promise<boolean> {
  const autre = await db(tx)
    .selectFrom('structures.correspondant')
    .select('id')
    .where('cleNom', '=', searchKey(nom))
    .where('retireA', 'is', null)
    .where('id', '<>', sauf)
    .executeTakeFirst()
  return autre !== undefined
}

/** The row must have been locked before. Gives the new version. */
export async function changerCorrespondant(
  tx: Tx,
  id: string,
  { estRetire, ...saisi }: CorrespondantSaisi & { readonly estRetire: boolean },
  maintenant: Date,
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('structures.correspondant')
    .set((eb) => ({
      ...saisi,
      adresse: [...saisi.adresse],
      ...clesDe(saisi.nom),
      retireA: estRetire ? maintenant : null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
