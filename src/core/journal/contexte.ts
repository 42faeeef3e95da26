import { AppError } from '#platform/errors.ts'
import { bindFor, type FreeContext, type Subject, type TxContext } from '#platform/http/index.ts'
import type { Acteur, ActeurAgent, ActeurLien } from './domain/acteur.ts'
import type { Inscription } from './inscrire.ts'

/** What every command and query of the application receives. */
export type Contexte = TxContext<Acteur>
/** What a handler that also touches files or documents receives. */
export type ContexteLibre = FreeContext<Acteur>

const texteOuRien = (valeur: unknown): string | undefined => (typeof valeur === 'string' ? valeur : undefined)

/** Reads back what handlers said with `about({ dossierId, objectId, details })`. */
export function sujetDe(subject: Subject): Pick<Inscription, 'dossierId' | 'objetId' | 'details'> {
  const details = subject['details']
  return {
    dossierId: texteOuRien(subject['dossierId']),
    objetId: texteOuRien(subject['objectId']),
    details: typeof details === 'object' && details !== null ? details : undefined,
  }
}

/** Binds a contract to its handlers, for our acteurs. */
export const lier = bindFor<Acteur>()

/** Who writes from somewhere: an agent, or the holder of a link. Throws `unauthenticated` for anyone else. */
export function auteurDe(ctx: { readonly principal: Acteur }): ActeurAgent | ActeurLien {
  const { principal } = ctx
  if (principal.type === 'agent' || principal.type === 'lien-de-tache') return principal
  throw new AppError('unauthenticated')
}

/** The agent's id, or null for whoever is none. */
export const agentIdDe = (ctx: { readonly principal: Acteur }): string | null =>
  ctx.principal.type === 'agent' ? ctx.principal.agentId : null

/** The signed-in agent of this call. Throws `unauthenticated` for anyone else. */
export function agentDe(ctx: { readonly principal: Acteur }): ActeurAgent {
  if (ctx.principal.type !== 'agent') throw new AppError('unauthenticated')
  return ctx.principal
}
