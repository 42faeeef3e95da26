import { PERMISSIONS_DU_SOCLE } from '#core/agents/domain/permissions.ts'
import type { TablesAgents, TablesDossiers } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

// What a refusal looks up. Foreign keys do not know the perimeter: an id of another establishment would pass them.
const db = (tx: Tx) => tables<TablesAgents & TablesDossiers>(tx)

/** Whether an agent of the establishment may be given this dossier: active, allowed to work on it, without conflict. */
export async function peutRecevoirLeDossier(tx: Tx, dossierId: string, agentId: string): Promise<boolean> {
  const agent = await db(tx)
    .selectFrom('agents.agent as a')
    .select('a.id')
    .where('a.id', '=', agentId)
    .where('a.estActif', '=', true)
    .where('a.role', 'in', [...PERMISSIONS_DU_SOCLE['dossiers.modifier']])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('dossiers.conflit as c')
            .select('c.agentId')
            .where('c.dossierId', '=', dossierId)
            .whereRef('c.agentId', '=', 'a.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return agent !== undefined
}

/** The same, and allowed to see it as it is protected now. One or two statements. */
export async function peutTravaillerSurLeDossier(
  tx: Tx,
  dossier: { readonly id: string; readonly classe: string; readonly assigneA: string | null },
  agentId: string,
): Promise<boolean> {
  if (!(await peutRecevoirLeDossier(tx, dossier.id, agentId))) return false
  if (dossier.classe === 'ordinaire' || dossier.assigneA === agentId) return true
  const agent = await db(tx)
    .selectFrom('agents.agent')
    .select('id')
    .where('id', '=', agentId)
    .where('role', 'in', [...PERMISSIONS_DU_SOCLE['dossiers.proteger']])
    .executeTakeFirst()
  return agent !== undefined
}

/** Whether two dossiers are linked, in either direction. */
export async function sontLies(tx: Tx, a: string, b: string): Promise<boolean> {
  const lien = await db(tx)
    .selectFrom('dossiers.lien')
    .select('dossierId')
    .where('dossierId', 'in', [a, b])
    .where('versId', 'in', [a, b])
    .executeTakeFirst()
  return lien !== undefined
}
