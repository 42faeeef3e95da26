import type { Role } from '#core/journal/domain/acteur.ts'

/** Who may stand in for whom: those who do the same work. */
export type Famille = 'usagers' | 'service' | 'administration'

const FAMILLES = {
  charge: 'usagers',
  responsable: 'usagers',
  directeur: 'usagers',
  'chef-de-service': 'service',
  administrateur: 'administration',
} as const satisfies Record<Role, Famille>

export const familleDe = (role: Role): Famille => FAMILLES[role]

export interface AbsencePrevue {
  readonly agentId: string
  readonly remplacantId: string
  readonly du: string
  readonly au: string
}

export type CodeDeRefusDAbsence =
  | 'dates-inversees'
  | 'deja-finie'
  | 'trop-longue'
  | 'remplacant-soi-meme'
  | 'remplacant-inconnu'
  | 'remplacant-absent'
  | 'deja-absent'
  | 'remplace-deja'

/** Beside which field of the form, and why. */
export interface RefusDAbsence {
  readonly champ: 'du' | 'au' | 'remplacantId'
  readonly code: CodeDeRefusDAbsence
}

const seChevauchent = (a: Pick<AbsencePrevue, 'du' | 'au'>, b: Pick<AbsencePrevue, 'du' | 'au'>): boolean =>
  a.du <= b.au && b.du <= a.au

interface Situation {
  readonly aujourdHui: string
  /** a year from today */
  readonly dansUnAn: string
  readonly agent: { readonly role: Role }
  /** null: nobody of that name works here any more */
  readonly remplacant: { readonly role: Role } | null
  /** absences of either, as away or as standing in, that are not taken back */
  readonly autres: readonly AbsencePrevue[]
}

function refusDesDates({ du, au }: AbsencePrevue, s: Situation): RefusDAbsence | null {
  if (au < du) return { champ: 'au', code: 'dates-inversees' }
  if (au < s.aujourdHui) return { champ: 'au', code: 'deja-finie' }
  return au > s.dansUnAn ? { champ: 'au', code: 'trop-longue' } : null
}

/** One never stands in for someone who stands in: at any moment a request has one person to go to. */
function refusDesAutres(a: AbsencePrevue, { autres }: Situation): RefusDAbsence | null {
  const alors = autres.filter((b) => seChevauchent(a, b))
  if (alors.some((b) => b.agentId === a.agentId)) return { champ: 'du', code: 'deja-absent' }
  if (alors.some((b) => b.remplacantId === a.agentId)) return { champ: 'du', code: 'remplace-deja' }
  return alors.some((b) => b.agentId === a.remplacantId)
    ? { champ: 'remplacantId', code: 'remplacant-absent' }
    : null
}

/** Why an absence cannot be entered so, or null. Days 'YYYY-MM-DD' in the zone of the establishment. */
export function refusDAbsence(a: AbsencePrevue, s: Situation): RefusDAbsence | null {
  const dates = refusDesDates(a, s)
  if (dates !== null) return dates
  if (a.agentId === a.remplacantId) return { champ: 'remplacantId', code: 'remplacant-soi-meme' }
  if (s.remplacant === null || familleDe(s.remplacant.role) !== familleDe(s.agent.role))
    return { champ: 'remplacantId', code: 'remplacant-inconnu' }
  return refusDesAutres(a, s)
}
