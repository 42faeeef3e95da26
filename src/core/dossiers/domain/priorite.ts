/** How soon the department wants a dossier handled. A choice of the house: it moves no deadline. */
export const PRIORITES = ['normale', 'haute', 'urgente'] as const
export type Priorite = (typeof PRIORITES)[number]

export const LIBELLES_DES_PRIORITES = {
  normale: 'Normale',
  haute: 'Haute',
  urgente: 'Urgente',
} as const satisfies Record<Priorite, string>

/** A stored priority; what a later version wrote reads as normal. */
export const lirePriorite = (code: string): Priorite => PRIORITES.find((p) => p === code) ?? 'normale'
