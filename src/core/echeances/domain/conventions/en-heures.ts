import type { EtapeDeComptage, Resultat } from '../delai.ts'
import { debutDuJour } from '../instant.ts'
import { type JourCivil, jourDe } from '../jour-civil.ts'

const MILLISECONDES_PAR_HEURE = 3_600_000

export interface EntreeEnHeures {
  readonly depart: JourCivil
  /** ISO instant of the trigger; without it the period runs from the first instant of the day (the prudent reading) */
  readonly departA: string | undefined
  readonly nombre: number
  readonly fuseau: string
}

/**
 * Counts elapsed hours: 48 hours over a clock change are 48 real hours, so the clock on the wall shows one hour more
 * or less. Throws RangeError when `departA` is not an ISO instant.
 */
export function compterEnHeures(entree: EntreeEnHeures): Resultat {
  const { depart, departA, nombre, fuseau } = entree
  const debut = departA === undefined ? debutDuJour(depart, fuseau) : new Date(departA)
  const terme = new Date(debut.getTime() + nombre * MILLISECONDES_PAR_HEURE)
  const limiteA = terme.toISOString()
  const limiteLe = jourDe(terme, fuseau)
  const etapes: readonly EtapeDeComptage[] = [
    departA === undefined
      ? { motif: 'declencheur', jour: depart, heureInconnue: true }
      : { motif: 'declencheur', jour: depart },
    { motif: 'duree', jour: limiteLe, nombre, unite: 'heure' },
    { motif: 'terme', jour: limiteLe },
  ]
  return { limiteLe, limiteA, suspenduDepuis: null, comptage: { nature: 'etapes', etapes } }
}
