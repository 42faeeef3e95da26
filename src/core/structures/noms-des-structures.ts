import type { Tx } from '#platform/db/index.ts'
import { listerNoms } from './store.ts'

/** Names of these structures, open or closed, by id; an id outside the establishment is absent. One statement. */
export async function nomsDesStructures(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const distincts = [...new Set(ids)]
  if (distincts.length === 0) return new Map()
  return new Map((await listerNoms(tx, distincts)).map(({ id, nom }) => [id, nom]))
}
