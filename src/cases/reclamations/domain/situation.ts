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
