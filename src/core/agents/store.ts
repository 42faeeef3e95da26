import type { Role } from '#core/journal/domain/acteur.ts'
import type { TablesAgents } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import { sortKey } from '#platform/keys.ts'

const db = (tx: Tx) => tables<TablesAgents>(tx)

const COLONNES_VUES = [
  'id',
  'identifiant',
  'nom',
  'prenom',
  'courriel',
  'fonction',
  'role',
  'services',
  'estActif',
  'version',
] as const

type Ligne = Pick<TablesAgents['agents.agent'], 'id' | 'identifiant' | 'nom' | 'prenom' | 'role'> & {
  readonly courriel: string
  readonly fonction: string
  readonly services: string[]
  readonly estActif: boolean
  readonly version: number
}

/** An account as its administrator sees it: no digest in it. */
export type AgentEnBase = Omit<Ligne, 'role'> & { readonly role: Role }

const avecRole = (ligne: Ligne): AgentEnBase => ({ ...ligne, role: ligne.role as Role })

export interface SaisieDAgent {
  readonly nom: string
  readonly prenom: string
  readonly courriel: string
  readonly fonction: string
  readonly role: Role
  readonly services: readonly string[]
}

export interface NouvelAgent extends SaisieDAgent {
  readonly id: string
  readonly etablissementId: string
  readonly identifiant: string
  readonly motDePasse: string
  readonly doitChangerMotDePasse: boolean
  readonly creeA: Date
}

const cleDeTri = (agent: { nom: string; prenom: string }): string => sortKey(`${agent.nom} ${agent.prenom}`)

/** False when the login is taken, here or in another establishment. */
export async function insererAgent(tx: Tx, agent: NouvelAgent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('agents.agent')
    .values({ ...agent, services: [...agent.services], cleTri: cleDeTri(agent) })
    .onConflict((conflit) => conflit.column('identifiant').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Every account of the establishment, by name. */
export async function listerAgentsEnBase(tx: Tx): Promise<AgentEnBase[]> {
  const lignes = await db(tx)
    .selectFrom('agents.agent')
    .select(COLONNES_VUES)
    .orderBy('cleTri')
    .orderBy('id')
    .execute()
  return lignes.map(avecRole)
}

export interface NomDAgent {
  readonly id: string
  readonly nom: string
  readonly prenom: string
}

/** Active agents holding one of these roles, by name. */
export function listerActifs(tx: Tx, roles: readonly Role[]): Promise<NomDAgent[]> {
  return db(tx)
    .selectFrom('agents.agent')
    .select(['id', 'nom', 'prenom'])
    .where('estActif', '=', true)
    .where('role', 'in', [...roles])
    .orderBy('cleTri')
    .orderBy('id')
    .execute()
}

/** Names of these agents, active or not. */
export function listerNoms(tx: Tx, ids: readonly string[]): Promise<NomDAgent[]> {
  return db(tx)
    .selectFrom('agents.agent')
    .select(['id', 'nom', 'prenom'])
    .where('id', 'in', [...ids])
    .execute()
}

export async function verrouillerAgent(tx: Tx, id: string): Promise<AgentEnBase | null> {
  const ligne = await db(tx)
    .selectFrom('agents.agent')
    .select(COLONNES_VUES)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return ligne === undefined ? null : avecRole(ligne)
}

/** Locks the active administrators, in one order: two who step down at once wait for each other. */
export async function verrouillerAdministrateurs(tx: Tx): Promise<string[]> {
  const lignes = await db(tx)
    .selectFrom('agents.agent')
    .select('id')
    .where('role', '=', 'administrateur')
    .where('estActif', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute()
  return lignes.map(({ id }) => id)
}

/** The row must have been locked before. Gives the new version. */
export async function changerAgent(
  tx: Tx,
  id: string,
  saisie: SaisieDAgent & { estActif: boolean },
): Promise<number> {
  const { nom, prenom, courriel, fonction, role, services, estActif } = saisie
  const { version } = await db(tx)
    .updateTable('agents.agent')
    .set((eb) => ({
      ...{ nom, prenom, courriel, fonction, role, estActif },
      services: [...services],
      cleTri: cleDeTri(saisie),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface SecretDAgent {
  readonly identifiant: string
  readonly motDePasse: string
}

export async function trouverSecret(tx: Tx, id: string): Promise<SecretDAgent | null> {
  const ligne = await db(tx)
    .selectFrom('agents.agent')
    .select(['identifiant', 'motDePasse'])
    .where('id', '=', id)
    .executeTakeFirst()
  return ligne ?? null
}

/** Replaces the digest. Gives the login, or null when the agent is not there. */
export async function remplacerMotDePasse(
  tx: Tx,
  id: string,
  motDePasse: string,
  doitChangerMotDePasse: boolean,
): Promise<string | null> {
  const ligne = await db(tx)
    .updateTable('agents.agent')
    .set({ motDePasse, doitChangerMotDePasse })
    .where('id', '=', id)
    .returning('identifiant')
    .executeTakeFirst()
  return ligne?.identifiant ?? null
}
