/** A small reproducible generator (mulberry32): the same fictional hospital at every start. */
export function creerHasard(graine: number) {
  let etat = graine >>> 0
  const suivant = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0
    let t = Math.imul(etat ^ (etat >>> 15), etat | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const entier = (min: number, max: number): number => min + Math.floor(suivant() * (max - min + 1))
  return {
    entier,
    chance: (probabilite: number): boolean => suivant() < probabilite,
    parmi<T>(valeurs: readonly T[]): T {
      const choisie = valeurs[entier(0, valeurs.length - 1)]
      if (choisie === undefined) throw new Error('Nothing to choose from')
      return choisie
    },
  }
}
export type Hasard = ReturnType<typeof creerHasard>
