import { type Acteur, enTransaction } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { type Binding, createRateLimit, execute, type Upload } from '#platform/http/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { creerHote } from '../hote.ts'
import type { TableDesPermissions } from '../permissions.ts'

/** Calls an operation as someone, at some instant: the way a browser would, without the network. */
export type Appeler = (
  qui: Acteur,
  quand: Date,
  operation: string,
  entree: unknown,
  envoi?: Upload,
) => Promise<unknown>

/** The demonstration is made by the real operations, permissions and journal included; only the clock is ours. */
export function creerAppels(
  database: Database,
  liaisons: readonly Binding<Acteur>[],
  permissions: TableDesPermissions,
): Appeler {
  const parNom = new Map(liaisons.map((l) => [l.name, l]))
  const illimite = createRateLimit({ perSecond: 1e9, burst: 1e9 })
  return (qui, quand, operation, entree, envoi) => {
    const liaison = parNom.get(operation)
    if (liaison === undefined) throw new Error(`Unknown operation: ${operation}`)
    const hote = creerHote({ database, permissions, horloge: () => quand, verifierLesReponses: false })
    const host = {
      ...hote,
      rateLimit: illimite,
      authenticate: () => Promise.resolve(qui),
      transaction: <T>(acteur: Acteur, mode: 'read' | 'write', fn: Parameters<typeof enTransaction<T>>[3]) =>
        enTransaction(database, acteur, mode, fn),
    }
    return execute(host, liaison, {
      request: {
        correlationId: uuidv7(quand.getTime()),
        address: '127.0.0.1',
        cookies: {},
        isSecure: false,
        origin: 'http://localhost',
        linkToken: null,
      },
      raw: entree,
      idempotencyKey: uuidv7(quand.getTime()),
      upload: envoi ?? null,
      form: null,
      sessionCookie: () => undefined,
    })
  }
}
