import type { Tx } from './transaction.ts'

/**
 * For this transaction only, plans each statement for its own parameters: a generic plan of a full text search costs
 * seconds where the right one costs milliseconds. Call it before a search, nowhere else. Three more rules, which live in the
 * migrations and are proven in `search.test.ts`:
 * - `alter column … set statistics 1000`, or unlisted words are taken for frequent ones;
 * - row level security turns GIN indexes off (`@@` and `like` are not leakproof): a SECURITY DEFINER function returns
 *   identifiers, joined to the protected table;
 * - that function is plpgsql with `return query execute … using`, or PostgreSQL 15 plans it once for all.
 */
export async function planForEachSearch(tx: Tx): Promise<void> {
  await tx.query(`select set_config('plan_cache_mode', 'force_custom_plan', true)`)
}
