import type { Tx } from '#platform/db/index.ts'
import { listerNoms } from './store.ts'

/** « Prénom Nom » of these agents, active or not, by id; an id outside the establishment is absent. One statement. */
export async function nomsDesAgents(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const connus = [...new Set(ids.filter((id) => id !== null))]
  if (connus.length === 0) return new Map()
  const noms = await listerNoms(tx, connus)
  return new Map(noms.map(({ id, nom, prenom }) => [id, `${prenom} ${nom}`.trim()]))
}
