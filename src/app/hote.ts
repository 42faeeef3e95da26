import { creerAuthentification, trouverDetailsDeSession } from '#core/agents/index.ts'
import { cleDe } from '#core/journal/domain/acteur.ts'
import {
  type Acteur,
  type ActeurAgent,
  enTransaction,
  inscrireAuJournal,
  sujetDe,
} from '#core/journal/index.ts'
import { creerAuthentificationParLien } from '#core/taches/index.ts'
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
  'brouillon-de-reponse-enregistre',
  'note-personnelle-lue',
  'note-personnelle-gardee',
])

export interface OptionsDeLHote {
  readonly database: Database
  readonly permissions: TableDesPermissions
  readonly horloge: () => Date
  readonly verifierLesReponses: boolean
  readonly debit?: { perSecond: number; burst: number }
}

/** Opened by the secret of its address, whoever is signed in beside. */
const estDUnLien = (permission: string): boolean => permission === 'lien' || permission === 'lien-envoi'

/** What was asked for and is out of the perimeter, or nowhere, opens no chain of its own. */
function sujetDeLEntree({ subject, refusal }: AuditEntry): ReturnType<typeof sujetDe> {
  const { dossierId, objetId, ...reste } = sujetDe(subject)
  if (refusal === 'not-found') return { ...reste, dossierId: undefined, objetId: objetId ?? dossierId }
  return { ...reste, dossierId, objetId }
}

type Acces = ReturnType<Host<Acteur>['access']>

const accesDeLAgent = (permissions: TableDesPermissions, agent: ActeurAgent, permission: string): Acces => {
  if (permission === 'connecte') return 'granted'
  // A password someone else chose opens one door only: the one that changes it.
  if (trouverDetailsDeSession(agent)?.doitChangerMotDePasse === true) return 'forbidden'
  return permissions.peut(agent.role, permission) ? 'granted' : 'forbidden'
}

const accesSelon =
  (permissions: TableDesPermissions) =>
  (acteur: Acteur, permission: string): Acces => {
    if (permission === 'public') return 'granted'
    if (estDUnLien(permission)) return acteur.type === 'lien-de-tache' ? 'granted' : 'unknown'
    return acteur.type === 'agent' ? accesDeLAgent(permissions, acteur, permission) : 'unauthenticated'
  }

/** Lends the application to the transport: authentication, permissions, transactions, journal. */
export function creerHote({ database, permissions, horloge, ...options }: OptionsDeLHote): Host<Acteur> {
  const authentifier = creerAuthentification(database)
  const authentifierParLien = creerAuthentificationParLien(database)
  return {
    authenticate: (request, maintenant, permission) =>
      estDUnLien(permission)
        ? authentifierParLien(request.linkToken, maintenant, { envoi: permission === 'lien-envoi' })
        : authentifier(request, maintenant),
    keyOf: (acteur, request) => (acteur.type === 'anonyme' ? `adresse:${request.address}` : cleDe(acteur)),
    access: accesSelon(permissions),
    transaction: (acteur, mode, fn) => enTransaction(database, acteur, mode, fn),
    async audit(tx, acteur, entree, maintenant) {
      if (SANS_TRACE.has(entree.event) && entree.outcome !== 'refused') return
      await inscrireAuJournal(
        tx,
        acteur,
        {
          evenement: entree.event,
          operation: entree.operation,
          refus: entree.refusal,
          estFin: entree.outcome === 'ended' ? true : undefined,
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
