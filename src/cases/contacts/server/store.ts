import { indexerParties } from '#core/dossiers/index.ts'
import type { TablesAgents, TablesContacts } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import {
  CANAUX_DE_CONTACT,
  type CanalDeContact,
  ETATS_DE_SUITE,
  type Issue,
  MOTIFS,
  type Motif,
  NATURES_DE_SUITE,
  ORIENTATIONS,
  type Orientation,
} from '../domain/model.ts'
import type { Suite } from '../domain/suites.ts'

const db = (tx: Tx) => tables<TablesContacts & Pick<TablesAgents, 'agents.agent'>>(tx)

export interface Contact {
  readonly canal: CanalDeContact
  readonly motif: Motif
  readonly orientation: Orientation | null
  readonly orientationPrecision: string
  readonly dureeMinutes: number | null
  readonly devenuId: string | null
}

export async function insererContact(
  tx: Tx,
  contact: Omit<Contact, 'devenuId'> & { readonly dossierId: string },
): Promise<void> {
  await db(tx).insertInto('contacts.contact').values(contact).execute()
  await indexerLOrientation(tx, contact.dossierId, contact.orientationPrecision)
}

/** Where the person was sent is found with the contact. */
function indexerLOrientation(tx: Tx, dossierId: string, texte: string): Promise<void> {
  const ou = { source: 'orientation', audience: 'dossier', structureId: null, lieu: '' } as const
  return indexerParties(tx, dossierId, [{ ...ou, objetId: dossierId, texte }])
}

/** The contact of a dossier. Throws `not-found` outside the perimeter or for another type. */
export async function obtenirContact(tx: Tx, dossierId: string): Promise<Contact> {
  const lu = await db(tx)
    .selectFrom('contacts.contact')
    .select(['canal', 'motif', 'orientation', 'orientationPrecision', 'dureeMinutes', 'devenuId'])
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  const canal = CANAUX_DE_CONTACT.find((c) => c === lu?.canal)
  const motif = MOTIFS.find((m) => m === lu?.motif)
  if (lu === undefined || canal === undefined || motif === undefined) throw new AppError('not-found')
  return { ...lu, canal, motif, orientation: ORIENTATIONS.find((o) => o === lu.orientation) ?? null }
}

export async function changerContact(
  tx: Tx,
  dossierId: string,
  changement: Partial<Pick<Contact, 'motif' | 'orientation' | 'orientationPrecision' | 'devenuId'>>,
): Promise<void> {
  await db(tx).updateTable('contacts.contact').set(changement).where('dossierId', '=', dossierId).execute()
  const { orientationPrecision } = changement
  if (orientationPrecision !== undefined) await indexerLOrientation(tx, dossierId, orientationPrecision)
}

export interface SuiteEnBase extends Suite {
  readonly note: string
  readonly finieA: Date | null
}

/** Those to come first, soonest first; then those that ended, the last first. */
export async function listerSuites(tx: Tx, dossierId: string): Promise<SuiteEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('contacts.suite as s')
    .innerJoin('agents.agent as a', 'a.id', 's.agentId')
    .select([
      's.id',
      's.nature',
      's.pourLe',
      's.heure',
      's.dureeMinutes',
      's.avec',
      's.lieu',
      's.telephone',
      's.agentId',
      's.etat',
      's.note',
      's.finieA',
      sql<string>`a.prenom || ' ' || a.nom`.as('agentNom'),
    ])
    .where('s.dossierId', '=', dossierId)
    .orderBy(sql`(s.finie_a is not null)`)
    .orderBy(sql`s.finie_a desc nulls last`)
    .orderBy('s.pourLe')
    .orderBy('s.heure')
    .orderBy('s.id')
    .execute()
  return lignes.map(({ agentId, agentNom, ...ligne }) => ({
    ...ligne,
    nature: NATURES_DE_SUITE.find((n) => n === ligne.nature) ?? 'rappel',
    etat: ETATS_DE_SUITE.find((e) => e === ligne.etat) ?? 'prevu',
    agent: { id: agentId, nom: agentNom },
  }))
}

/** Throws `not-found` when the contact has no such promise. */
export async function obtenirSuite(tx: Tx, dossierId: string, id: string): Promise<SuiteEnBase> {
  const trouvee = (await listerSuites(tx, dossierId)).find((s) => s.id === id)
  if (trouvee === undefined) throw new AppError('not-found')
  return trouvee
}

export async function insererSuite(
  tx: Tx,
  { agent, etat: _prevu, ...suite }: Suite & { readonly dossierId: string; readonly creeA: Date },
): Promise<void> {
  await db(tx)
    .insertInto('contacts.suite')
    .values({ ...suite, agentId: agent.id })
    .execute()
}

/** Ends a promise. The dossier must have been locked before. */
export async function finirSuite(
  tx: Tx,
  id: string,
  fin: { readonly etat: Issue; readonly note: string; readonly finieA: Date },
): Promise<void> {
  await db(tx)
    .updateTable('contacts.suite')
    .set((eb) => ({ ...fin, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
