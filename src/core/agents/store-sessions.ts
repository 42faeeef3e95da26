import type { Role } from '#core/journal/domain/acteur.ts'
import type { TablesAgents } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

// What runs before a perimeter exists goes through the definer functions of the agents migration.

export interface SessionTrouvee {
  readonly agentId: string
  readonly etablissementId: string
  readonly role: Role
  readonly services: readonly string[]
  readonly conflits: readonly string[]
  readonly nom: string
  readonly prenom: string
  readonly fonction: string
  readonly doitChangerMotDePasse: boolean
  readonly fuseau: string
  readonly calendrier: string
  readonly vueA: Date
  /** what is answered in place of a chef de service who is away */
  readonly remplacements: readonly { readonly tacheId: string; readonly absent: string }[]
}

/** The live session of an active agent, by the digest of its token. */
export async function trouverSession(
  tx: Tx,
  empreinte: Buffer,
  maintenant: Date,
): Promise<SessionTrouvee | null> {
  const { rows } = await tx.query<SessionTrouvee>(
    `select agent_id as "agentId", etablissement_id as "etablissementId", role, services, conflits, nom, prenom, fonction,
            doit_changer_mot_de_passe as "doitChangerMotDePasse", fuseau, calendrier, vue_a as "vueA",
            (select coalesce(json_agg(json_build_object('tacheId', r.tache_id, 'absent', r.absent)), '[]')
               from agents.trouver_remplacements(s.agent_id, $2) r) as remplacements
       from agents.trouver_session($1, $2) s`,
    [empreinte, maintenant],
  )
  return rows[0] ?? null
}

export async function inscrireSession(
  tx: Tx,
  session: { empreinte: Buffer; agentId: string; ouverteA: Date; expireA: Date },
): Promise<void> {
  const { empreinte, agentId, ouverteA, expireA } = session
  await tx.query('select agents.ouvrir_session($1, $2, $3, $4)', [empreinte, agentId, ouverteA, expireA])
}

export async function prolongerSession(tx: Tx, empreinte: Buffer, vueA: Date, expireA: Date): Promise<void> {
  await tx.query('select agents.prolonger_session($1, $2, $3)', [empreinte, vueA, expireA])
}

export async function supprimerSession(tx: Tx, empreinte: Buffer): Promise<void> {
  await tx.query('select agents.fermer_session($1)', [empreinte])
}

/** Ends the sessions of an agent, but the one given. */
export async function supprimerSessionsDe(
  tx: Tx,
  agentId: string,
  sauf: Buffer | null = null,
): Promise<void> {
  const base = tables<TablesAgents>(tx).deleteFrom('agents.session').where('agentId', '=', agentId)
  await (sauf === null ? base : base.where('empreinte', '<>', sauf)).execute()
}

export interface CompteAVerifier {
  readonly agentId: string
  readonly motDePasse: string
  readonly estActif: boolean
}

/** An account by its login, whatever its establishment: for sign-in only. */
export async function trouverCompte(tx: Tx, identifiant: string): Promise<CompteAVerifier | null> {
  const { rows } = await tx.query<CompteAVerifier>(
    `select agent_id as "agentId", mot_de_passe as "motDePasse", est_actif as "estActif"
       from agents.trouver_pour_connexion($1)`,
    [identifiant],
  )
  return rows[0] ?? null
}

export async function estInstallationRequise(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ requise: boolean }>('select agents.installation_requise() as requise')
  return rows[0]?.requise ?? false
}

/** Attempts one at a time per key: two guesses at the same instant count as two. Held until the transaction ends. */
export async function verrouillerTentatives(tx: Tx, cle: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4208))', [cle.toString('hex')])
}

export async function compterTentatives(
  tx: Tx,
  cles: { compte: Buffer; adresse: Buffer },
  depuis: Date,
): Promise<{ compte: number; adresse: number }> {
  const { rows } = await tx.query<{ compte: number; adresse: number }>(
    'select agents.compter_tentatives($1, $3) as compte, agents.compter_tentatives($2, $3) as adresse',
    [cles.compte, cles.adresse, depuis],
  )
  return rows[0] ?? { compte: 0, adresse: 0 }
}

export async function noterTentative(tx: Tx, cle: Buffer, maintenant: Date): Promise<void> {
  await tx.query('select agents.noter_tentative($1, $2)', [cle, maintenant])
}

export async function effacerTentatives(tx: Tx, cle: Buffer): Promise<void> {
  await tx.query('select agents.effacer_tentatives($1)', [cle])
}

/** Removes the sessions that are over, and yesterday's failed sign-ins. Returns how many sessions. */
export async function purgerSessions(tx: Tx, maintenant: Date): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select agents.purger_sessions($1) as n', [maintenant])
  return rows[0]?.n ?? 0
}
