import type { TablesDossiers, TablesPersonnes } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import type { PersonneSaisie } from './contract.ts'
import { cleDuCourriel, cleDuNom } from './domain/cles.ts'
import { ecrireCles, VERSION_DES_CLES } from './store-cles.ts'

const db = (tx: Tx) => tables<TablesPersonnes & Pick<TablesDossiers, 'dossiers.participation'>>(tx)

export interface PersonneEnBase extends PersonneSaisie {
  readonly id: string
  readonly version: number
  /** dossiers of the reader's perimeter this person is in */
  readonly nombreDeDossiers: number
}

const COLONNES = [
  'p.id',
  'p.civilite',
  'p.nom',
  'p.prenom',
  'p.nomDeNaissance',
  'p.neeLe',
  'p.courriel',
  'p.telephone',
  'p.complement',
  'p.voie',
  'p.lieuDit',
  'p.codePostal',
  'p.commune',
  'p.pays',
  'p.version',
] as const

const nombreDeDossiers = sql<number>`(select count(distinct x.dossier_id) from dossiers.participation x
  where x.personne_id = p.id)`.as('nombreDeDossiers')

export type Ligne = Omit<PersonneEnBase, 'civilite'> & { readonly civilite: string }
export const avecCivilite = <L extends Ligne>(ligne: L) => ({
  ...ligne,
  civilite: ligne.civilite as PersonneSaisie['civilite'],
})

/** People with what screens show of them. */
export const selectionner = (tx: Tx) =>
  db(tx)
    .selectFrom('personnes.personne as p')
    .select(COLONNES)
    .select(nombreDeDossiers)
    // one that another record took in is that other one
    .where('p.absorbeePar', 'is', null)

/** After every text that begins so, in C collation. */
export const finDe = (debut: string): string => `${debut}\u{10FFFF}`

// The pattern operators follow the index and are leakproof: LIKE is not, and row-level security would turn the index off.
const nomCommencantPar = (debut: string) =>
  sql<boolean>`(p.cle_nom ~>=~ ${debut} and p.cle_nom ~<~ ${finDe(debut)})`

// `<> ''` is what the partial index asks for.
const courrielCommencantPar = (debut: string) =>
  sql<boolean>`(p.cle_courriel <> '' and p.cle_courriel >= ${debut} and p.cle_courriel < ${finDe(debut)})`

/** The order of the index, so that the first ten are read and no more; the plain one would sort every match. */
const ordreDesNoms = sql`p.cle_nom using ~<~`

export interface CriteresDePersonne {
  /** beginnings of name keys, any of which matches */
  readonly debutsDeNom: readonly string[]
  /** beginning of an e-mail key, or null */
  readonly debutDeCourriel: string | null
}

/** People found by the beginning of a name or of an e-mail, by name; homonyms each on their row. One statement. */
export async function chercherPersonnes(
  tx: Tx,
  { debutsDeNom, debutDeCourriel }: CriteresDePersonne,
  limite: number,
): Promise<PersonneEnBase[]> {
  const conditions = [
    ...debutsDeNom.map(nomCommencantPar),
    ...(debutDeCourriel === null ? [] : [courrielCommencantPar(debutDeCourriel)]),
  ]
  if (conditions.length === 0) return []
  const lignes = await selectionner(tx)
    .where((eb) => eb.or(conditions))
    .orderBy(ordreDesNoms)
    .orderBy('p.neeLe')
    .orderBy('p.id')
    .limit(limite)
    .execute()
  return lignes.map(avecCivilite)
}

/** People who have exactly this e-mail key. One statement. */
export async function listerParCourriel(tx: Tx, courriel: string, limite: number): Promise<PersonneEnBase[]> {
  const lignes = await selectionner(tx)
    .where('p.cleCourriel', '<>', '')
    .where('p.cleCourriel', '=', courriel)
    .orderBy('p.cleNom')
    .orderBy('p.id')
    .limit(limite)
    .execute()
  return lignes.map(avecCivilite)
}

export async function listerPersonnesEnBase(tx: Tx, ids: readonly string[]): Promise<PersonneEnBase[]> {
  const lignes = await selectionner(tx)
    .where('p.id', 'in', [...ids])
    .orderBy('p.cleNom')
    .orderBy('p.id')
    .execute()
  return lignes.map(avecCivilite)
}

/** People of a dossier with their role in it: the author first, then the patient. One statement. */
export async function listerParticipants(tx: Tx, dossierId: string) {
  const lignes = await selectionner(tx)
    .innerJoin('dossiers.participation as d', 'd.personneId', 'p.id')
    .select(['d.role', 'd.qualite'])
    .where('d.dossierId', '=', dossierId)
    .orderBy(sql`array_position(array['auteur', 'patient', 'representant', 'temoin'], d.role)`)
    .orderBy('p.cleNom')
    .orderBy('p.id')
    .execute()
  return lignes.map(avecCivilite)
}

export async function verrouillerPersonne(tx: Tx, id: string): Promise<PersonneEnBase | null> {
  const ligne = await selectionner(tx).where('p.id', '=', id).forUpdate().executeTakeFirst()
  return ligne === undefined ? null : avecCivilite(ligne)
}

/** Two statements: the person, and the keys it is brought together with others by. */
export async function insererPersonne(
  tx: Tx,
  personne: PersonneSaisie & { id: string; etablissementId: string; creeA: Date },
): Promise<void> {
  await db(tx)
    .insertInto('personnes.personne')
    .values({
      ...personne,
      cleNom: cleDuNom(personne),
      cleCourriel: cleDuCourriel(personne.courriel),
      clesCalculees: VERSION_DES_CLES,
    })
    .execute()
  await ecrireCles(tx, [personne])
}

/** The row must have been locked before. Gives the new version. Two statements. */
export async function changerPersonne(tx: Tx, id: string, saisie: PersonneSaisie): Promise<number> {
  const { version, etablissementId } = await db(tx)
    .updateTable('personnes.personne')
    .set((eb) => ({
      ...saisie,
      cleNom: cleDuNom(saisie),
      cleCourriel: cleDuCourriel(saisie.courriel),
      clesCalculees: VERSION_DES_CLES,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning(['version', 'etablissementId'])
    .executeTakeFirstOrThrow()
  await ecrireCles(tx, [{ ...saisie, id, etablissementId }])
  return version
}
