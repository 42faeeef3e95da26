import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import type { TablesStructures } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { sortKey } from '#platform/keys.ts'
import type { EtablissementSaisi } from './contract.ts'
import type { Fuseau } from './domain/fuseaux.ts'
import type { NatureDeStructure } from './domain/rattachement.ts'

const db = (tx: Tx) => tables<TablesStructures>(tx)

export interface StructureEnBase {
  readonly id: string
  readonly parentId: string | null
  readonly nature: NatureDeStructure
  readonly code: string
  readonly nom: string
  readonly fermeLe: string | null
}

const COLONNES = ['id', 'parentId', 'nature', 'code', 'nom', 'fermeLe'] as const

type Ligne = Omit<StructureEnBase, 'nature'> & { readonly nature: string }
const avecNature = (ligne: Ligne): StructureEnBase => ({
  ...ligne,
  nature: ligne.nature as NatureDeStructure,
})

/** Every structure of the establishment, closed ones included, by name. */
export async function listerStructuresEnBase(tx: Tx): Promise<StructureEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('structures.structure')
    .select(COLONNES)
    .orderBy('cleTri')
    .orderBy('id')
    .execute()
  return lignes.map(avecNature)
}

export async function trouverStructure(tx: Tx, id: string): Promise<StructureEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('structures.structure')
    .select(COLONNES)
    .where('id', '=', id)
    .executeTakeFirst()
  return ligne === undefined ? null : avecNature(ligne)
}

export function listerNoms(tx: Tx, ids: readonly string[]): Promise<{ id: string; nom: string }[]> {
  return db(tx)
    .selectFrom('structures.structure')
    .select(['id', 'nom'])
    .where('id', 'in', [...ids])
    .execute()
}

/** False when the code is taken in this establishment. */
export async function insererStructure(
  tx: Tx,
  structure: Omit<StructureEnBase, 'fermeLe'> & { readonly etablissementId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('structures.structure')
    .values({ ...structure, cleTri: sortKey(structure.nom) })
    .onConflict((conflit) => conflit.columns(['etablissementId', 'code']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the structure is not there. One that was closed already keeps the day it closed, in the zone given. */
export async function changerStructure(
  tx: Tx,
  structure: { readonly id: string; readonly nom: string; readonly estFermee: boolean },
  fermeture: { readonly a: Date; readonly fuseau: string },
): Promise<boolean> {
  const { id, nom, estFermee } = structure
  const { a, fuseau } = fermeture
  const jour = sql<string>`coalesce(ferme_le, (${a}::timestamptz at time zone ${fuseau}::text)::date)`
  const { numUpdatedRows } = await db(tx)
    .updateTable('structures.structure')
    .set({ nom, cleTri: sortKey(nom), fermeLe: estFermee ? jour : null })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface EtablissementEnBase extends EtablissementSaisi {
  readonly id: string
  readonly version: number
  readonly fuseau: Fuseau
  readonly calendrier: string
}

const COLONNES_DE_L_ETABLISSEMENT = [
  'id',
  'nom',
  'finess',
  'serviceNom',
  'adresse',
  'courriel',
  'telephone',
  'signataireNom',
  'signataireQualite',
  'tribunal',
  'version',
  'fuseau',
  'calendrier',
] as const

type LigneDEtablissement = Omit<EtablissementEnBase, 'fuseau'> & { readonly fuseau: string }
const avecFuseau = (ligne: LigneDEtablissement): EtablissementEnBase => ({
  ...ligne,
  fuseau: ligne.fuseau as Fuseau,
})

/** The establishment of this transaction: row-level security shows no other. */
export async function trouverEtablissement(tx: Tx): Promise<EtablissementEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('structures.etablissement')
    .select(COLONNES_DE_L_ETABLISSEMENT)
    .executeTakeFirst()
  return ligne === undefined ? null : avecFuseau(ligne)
}

export async function verrouillerEtablissement(tx: Tx): Promise<EtablissementEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('structures.etablissement')
    .select(COLONNES_DE_L_ETABLISSEMENT)
    .forUpdate()
    .executeTakeFirst()
  return ligne === undefined ? null : avecFuseau(ligne)
}

/** The row must have been locked before. Gives the new version. */
export async function changerEtablissement(
  tx: Tx,
  id: string,
  saisie: EtablissementSaisi & { readonly fuseau: Fuseau; readonly calendrier: string },
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('structures.etablissement')
    .set((eb) => ({ ...saisie, adresse: [...saisie.adresse], version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function insererEtablissement(
  tx: Tx,
  etablissement: Omit<EtablissementSaisi, 'adresse' | 'signataireNom' | 'signataireQualite'> & {
    readonly id: string
    readonly adresse: readonly string[]
    readonly creeA: Date
  },
): Promise<void> {
  await db(tx)
    .insertInto('structures.etablissement')
    .values({ ...etablissement, adresse: [...etablissement.adresse] })
    .execute()
}

/** Every establishment of the installation, for a job that works on each in turn. */
export async function listerEtablissements(tx: Tx): Promise<EtablissementId[]> {
  const { rows } = await tx.query<{ id: EtablissementId }>('select structures.lister_etablissements() as id')
  return rows.map(({ id }) => id)
}
