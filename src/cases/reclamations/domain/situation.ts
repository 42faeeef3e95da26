import { ETATS, type Etat } from './model.ts'
import type { Situation } from './rules.ts'

interface FaitLu {
  readonly id: string
  readonly code: string
  readonly rectifie: string | null
}

/** What the rules look at, from what is stored. */
export function situationDe(etat: string, faits: readonly FaitLu[], aUnAuteur: boolean): Situation {
  const connu: Etat = ETATS.find((e) => e === etat) ?? 'recu'
  return { etat: connu, faits: faits.map((f) => f.code), aUnAuteur }
}

interface FaitDetaille {
  readonly code: string
  readonly details: unknown
}

/** The days a letter tells, null for those it does not. */
export interface JoursDits {
  readonly recuLe: string | null
  readonly silenceDepuis: string | null
}

/** The days told by the letters of a fact, as its details keep them. */
export function joursDits(details: unknown): JoursDits {
  const lus: { recuLe?: unknown; silenceDepuis?: unknown } = Object(details)
  const texte = (v: unknown): string | null => (typeof v === 'string' ? v : null)
  return { recuLe: texte(lus.recuLe), silenceDepuis: texte(lus.silenceDepuis) }
}

/** The days a letter of this dossier tells; null when the dossier has no such letter. */
export function lettrePreparee(faits: readonly FaitDetaille[], courrierId: string): JoursDits | null {
  const preparation = faits.find(
    ({ code, details }) => code === 'accuse-prepare' && Object(details).courrierId === courrierId,
  )
  return preparation === undefined ? null : joursDits(preparation.details)
}

interface FaitEnBase extends FaitLu {
  readonly survenuLe: string
  readonly details: unknown
}

/** The facts that stand: those corrected since are left out, and those that never happened. */
export const faitsEnVigueur = <F extends FaitEnBase>(faits: readonly F[]): F[] => {
  const corriges = new Set(faits.map((f) => f.rectifie))
  return faits.filter((f) => !corriges.has(f.id) && Object(f.details).annule !== true)
}

/** The last standing fact of these codes about something of the dossier, by the id its details carry. */
export function dernierFaitDe<F extends FaitEnBase>(
  faits: readonly F[],
  codes: readonly string[],
  [cle, id]: readonly [cle: string, id: string],
): F | undefined {
  return faitsEnVigueur(faits).findLast((f) => codes.includes(f.code) && Object(f.details)[cle] === id)
}
