import type { Calendrier } from './calendrier.ts'
import { compterEnHeures } from './conventions/en-heures.ts'
import { compterEnJours } from './conventions/en-jours.ts'
import { compterEnMois } from './conventions/en-mois.ts'
import type { Delai, Prolongation, Resultat, Suspension } from './delai.ts'
import type { JourCivil } from './jour-civil.ts'
import { fusionnerSuspensions } from './suspensions.ts'

export interface EntreeDeComptage {
  readonly delai: Delai
  /** the day of the trigger, itself excluded from the count */
  readonly depart: JourCivil
  /** ISO instant of the trigger, used by periods in hours */
  readonly departA?: string | undefined
  /** the day written in the act received, for `JOUR_FIXE` */
  readonly jourFixe?: JourCivil | undefined
  readonly calendrier: Calendrier
  readonly fuseau: string
  readonly suspensions?: readonly Suspension[]
  readonly prolongations?: readonly Prolongation[]
}

function sommeDes(prolongations: readonly Prolongation[], unite: 'jour' | 'mois'): number {
  return prolongations.filter((p) => p.duree.unite === unite).reduce((n, p) => n + p.duree.nombre, 0)
}

function verifierNombre(nombre: number): number {
  if (!Number.isInteger(nombre) || nombre < 1) throw new RangeError(`Not a period: ${nombre}`)
  return nombre
}

/**
 * Counts a period from its trigger: the last day it may be done, and how that day was reached.
 * `limiteLe` is null when the law gives no date (`ASAP`) or while the clock is stopped. Periods in hours know neither
 * suspension nor extension; periods in days are extended in days only. Throws RangeError otherwise.
 */
export function compterDelai(entree: EntreeDeComptage): Resultat {
  const { delai, depart, calendrier, suspensions = [], prolongations = [] } = entree
  const arrets = fusionnerSuspensions(suspensions)
  const enJours = sommeDes(prolongations, 'jour')
  const enMois = sommeDes(prolongations, 'mois')
  switch (delai.convention) {
    case 'OUVRES':
    case 'OUVRABLES':
    case 'CAL_D': {
      if (enMois > 0) throw new RangeError('A period in days is extended in days')
      const nombre = verifierNombre(delai.duree.nombre) + enJours
      return compterEnJours(delai.convention, { depart, nombre, arrets, calendrier })
    }
    case 'CAL_M':
    case 'FRANC_M':
    case 'EU_1182':
      return compterEnMois(delai.convention, {
        depart,
        nombre: verifierNombre(delai.duree.nombre),
        prolongationEnMois: enMois,
        prolongationEnJours: enJours,
        arrets,
        calendrier,
      })
    case 'H': {
      if (arrets.length + prolongations.length > 0) throw new RangeError('A period in hours runs unbroken')
      const nombre = verifierNombre(delai.duree.nombre)
      return compterEnHeures({ depart, departA: entree.departA, nombre, fuseau: entree.fuseau })
    }
    case 'ASAP':
      return SANS_DATE
    case 'JOUR_FIXE':
      return prendreLeJour(depart, entree.jourFixe)
  }
}

const SANS_DATE: Resultat = {
  limiteLe: null,
  limiteA: null,
  suspenduDepuis: null,
  comptage: { nature: 'sans-date-legale' },
}

function prendreLeJour(depart: JourCivil, jour: JourCivil | undefined): Resultat {
  if (jour === undefined) return SANS_DATE
  const etapes = [
    { motif: 'declencheur', jour: depart },
    { motif: 'terme', jour },
  ] as const
  return { ...SANS_DATE, limiteLe: jour, comptage: { nature: 'etapes', etapes } }
}
