import { PERMISSIONS_DU_SOCLE } from '#core/agents/domain/permissions.ts'
import { nomsDesAgents } from '#core/agents/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { ProtectionSaisie } from './contract-protection.ts'
import { type RaisonDeProtection, suiviDesLeDepart } from './domain/protection.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { copierConflits, insererConflit } from './store.ts'

/** What protects a new dossier: as an agent chose, or as the one it comes from. */
export type ProtectionInitiale =
  | ProtectionSaisie
  | { readonly raison: 'suite'; readonly motif: string; readonly agents: readonly string[] }

/** Class and follower of a new dossier. */
export function classeInitiale(
  e: Ecriture,
  protection: ProtectionInitiale | null,
  voulu: string | null,
): { readonly classe: 'ordinaire' | 'sensible'; readonly assigneA: string | null } {
  if (protection === null) return { classe: 'ordinaire', assigneA: voulu }
  const { agentId: moi, role } = agentDe(e)
  const voient: readonly string[] = PERMISSIONS_DU_SOCLE['dossiers.proteger']
  return {
    classe: 'sensible',
    assigneA: suiviDesLeDepart({ voulu, moi, voitLeSensible: voient.includes(role) }),
  }
}

/**
 * Writes why a new dossier is sensitive, and withholds it from the agents it concerns. Throws `invalid` for an agent of elsewhere,
 * `refused` for oneself: a colleague registers it.
 */
export async function inscrireProtection(
  e: Ecriture,
  dossierId: string,
  { raison, motif, agents }: ProtectionInitiale,
): Promise<void> {
  const { agentId: moi } = agentDe(e)
  if (agents.includes(moi))
    throw new AppError('refused', { refus: 'conflit-avec-soi', message: REFUS_COMMUNS['conflit-avec-soi'] })
  const connus = agents.length === 0 ? new Map() : await nomsDesAgents(e.tx, [...agents])
  if (agents.some((id) => !connus.has(id)))
    throw new AppError('invalid', { champs: { 'protection.agents': 'Un de ces agents n’existe pas.' } })
  const survenuLe = aujourdHui(e)
  await enregistrerFaitSeul(e, dossierId, {
    code: 'classe-changee',
    survenuLe,
    details: { classe: 'sensible', raison: raison satisfies RaisonDeProtection },
    ...(motif.trim() === '' ? {} : { motif: motif.trim() }),
  })
  for (const agentId of new Set(agents)) {
    await insererConflit(e.tx, { dossierId, agentId, declareA: e.now, declarePar: moi })
    await enregistrerFaitSeul(e, dossierId, { code: 'conflit-declare', survenuLe, details: { agentId } })
  }
}

/** A dossier made from another is withheld from the same agents: it is about the same facts. One statement when there are none. */
export async function heriterLesConflits(
  e: Ecriture,
  { de, vers }: { readonly de: string; readonly vers: string },
): Promise<void> {
  const agents = await copierConflits(e.tx, { de, vers, declareA: e.now, declarePar: agentDe(e).agentId })
  const survenuLe = aujourdHui(e)
  for (const agentId of agents)
    await enregistrerFaitSeul(e, vers, { code: 'conflit-declare', survenuLe, details: { agentId } })
}

/** A dossier made from a sensitive one is sensitive too, unless its agent already says why. */
export const protectionHeritee = (
  saisie: ProtectionSaisie | null,
  origine: { readonly classe: string; readonly numero: string } | null,
): ProtectionInitiale | null => {
  if (saisie !== null || origine === null || origine.classe === 'ordinaire') return saisie
  return { raison: 'suite', motif: `Fait suite à ${origine.numero}, qui est protégé.`, agents: [] }
}
