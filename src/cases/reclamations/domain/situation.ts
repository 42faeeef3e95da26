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

/** The receipt day a letter of this dossier tells; null when the dossier has no such letter. */
export function lettrePreparee(
  faits: readonly FaitDetaille[],
  courrierId: string,
): { recuLe: string | null } | null {
  for (const { code, details } of faits) {
    const lus: { courrierId?: unknown; recuLe?: unknown } = Object(details)
    if (code !== 'accuse-prepare' || lus.courrierId !== courrierId) continue
    return { recuLe: typeof lus.recuLe === 'string' ? lus.recuLe : null }
  }
  return null
}
