import { createHash } from 'node:crypto'
import type { Tx } from '../db/index.ts'
import { AppError } from '../errors.ts'

/** SHA-256 of an input, keys in order, so that the same form replayed gives the same digest. */
export function digestOf(input: unknown): Buffer {
  const ordered = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(ordered).digest()
}

const ALREADY_DONE =
  'C’est déjà enregistré : rechargez la page. Ce qui ne se montre qu’une fois s’y remplace, si vous ne l’avez plus.'

/**
 * Runs `create` once per (actor, key): the key and the answer are stored in the same transaction, so that a double
 * click, a replay or a lost answer finds the first result. The same key with another input is refused (422); a secret is
 * answered once, and its replay refused (409).
 */
export async function once<T>(
  tx: Tx,
  request: {
    actorKey: string
    key: string
    operation: string
    input: unknown
    now: Date
    /** the answer is a secret: only the fact that it was given is kept */
    isSecret?: boolean
  },
  create: () => Promise<T>,
): Promise<T> {
  const digest = digestOf(request.input)
  // A concurrent twin waits here on the primary key until the first one ends.
  const claimed = await tx.query(
    `insert into platform.idempotence (actor_key, key, operation, input_digest, created_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [request.actorKey, request.key, request.operation, digest, request.now],
  )
  if (claimed.rowCount === 0) {
    const { rows } = await tx.query<{ operation: string; input_digest: Buffer; response: T }>(
      'select operation, input_digest, response from platform.idempotence where actor_key = $1 and key = $2',
      [request.actorKey, request.key],
    )
    const first = rows[0]
    if (first === undefined || first.operation !== request.operation || !digest.equals(first.input_digest)) {
      throw new AppError('invalid', {
        message: 'Cette saisie a déjà été envoyée avec un autre contenu. Rechargez la page.',
      })
    }
    if (request.isSecret === true)
      throw new AppError('refused', { refus: 'deja-fait', message: ALREADY_DONE })
    return first.response
  }
  const response = await create()
  if (request.isSecret === true) return response
  await tx.query('update platform.idempotence set response = $3 where actor_key = $1 and key = $2', [
    request.actorKey,
    request.key,
    JSON.stringify(response),
  ])
  return response
}

/** A replay comes within minutes, or with a laptop opened again after a week of leave: past it, keys only take room. */
const KEPT_MS = 7 * 86_400_000

/** Removes so many keys older than a week. Returns how many; repeat until fewer. */
export async function purgeIdempotence(tx: Tx, now: Date, limit: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>('select platform.purge_idempotence($1, $2) as n', [
    new Date(now.getTime() - KEPT_MS),
    limit,
  ])
  return rows[0]?.n ?? 0
}
