import { creerAuthentification, trouverDetailsDeSession } from '#core/agents/index.ts'
import { cleDe } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction, inscrireAuJournal, sujetDe } from '#core/journal/index.ts'
import type { Database } from '#platform/db/index.ts'
import { type AuditEntry, createRateLimit, type Host } from '#platform/http/index.ts'
import type { TableDesPermissions } from './permissions.ts'

/** Sustained and peak calls per second of one caller: far above a person, below what would starve the others. */
const DEBIT = { perSecond: 50, burst: 200 }

/** Calls everyone makes all day and that tell nothing of a dossier: their entry would drown the others. */
const SANS_TRACE: ReadonlySet<string> = new Set([
  'session-consultee',
  'brouillon-enregistre',
  'brouillon-supprime',
])

export interface OptionsDeLHote {
  readonly database: Database
  readonly permissions: TableDesPermissions
  readonly horloge: () => Date
  readonly verifierLesReponses: boolean
  readonly debit?: { perSecond: number; burst: number }
}

/** What was asked for and is out of the perimeter, or nowhere, opens no chain of its own. */
function sujetDeLEntree({ subject, refusal }: AuditEntry): ReturnType<typeof sujetDe> {
  const { dossierId, objetId, ...reste } = sujetDe(subject)
  if (refusal === 'not-found') return { ...reste, dossierId: undefined, objetId: objetId ?? dossierId }
  return { ...reste, dossierId, objetId }
}

/** Lends the application to the transport: authentication, permissions, transactions, journal. */
export function creerHote({ database, permissions, horloge, ...options }: OptionsDeLHote): Host<Acteur> {
  const authentifier = creerAuthentification(database)
  return {
    authenticate: authentifier,
    keyOf: (acteur, request) => (acteur.type === 'anonyme' ? `adresse:${request.address}` : cleDe(acteur)),
    access(acteur, permission) {
      if (permission === 'public') return 'granted'
      if (acteur.type !== 'agent') return 'unauthenticated'
      if (permission === 'connecte') return 'granted'
      // A password someone else chose opens one door only: the one that changes it.
      if (trouverDetailsDeSession(acteur)?.doitChangerMotDePasse === true) return 'forbidden'
      return permissions.peut(acteur.role, permission) ? 'granted' : 'forbidden'
    },
    transaction: (acteur, mode, fn) => enTransaction(database, acteur, mode, fn),
    async audit(tx, acteur, entree, maintenant) {
      if (SANS_TRACE.has(entree.event) && entree.outcome === 'done') return
      await inscrireAuJournal(
        tx,
        acteur,
        {
          evenement: entree.event,
          operation: entree.operation,
          refus: entree.refusal,
          criteres: entree.criteria,
          ...sujetDeLEntree(entree),
        },
        maintenant,
      )
    },
    now: horloge,
    rateLimit: createRateLimit(options.debit ?? DEBIT),
    checkOutputs: options.verifierLesReponses,
  }
}
