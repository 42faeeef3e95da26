import { type Calendrier, estOuvre, ferieDe, motifDeFermeture, prochainJourOuvre } from '../calendrier.ts'
import type { EtapeDeComptage, Resultat } from '../delai.ts'
import {
  ajouterJours,
  ajouterMois,
  composantsDe,
  type JourCivil,
  joursEntre,
  plusTard,
} from '../jour-civil.ts'
import type { Arret } from '../suspensions.ts'

export interface EntreeEnMois {
  readonly depart: JourCivil
  readonly nombre: number
  readonly prolongationEnMois: number
  readonly prolongationEnJours: number
  readonly arrets: readonly Arret[]
  readonly calendrier: Calendrier
}

interface Etat {
  readonly echeance: JourCivil
  readonly suspenduDepuis: JourCivil | null
}

function etapeDeDuree(depart: JourCivil, nombre: number): EtapeDeComptage {
  const jour = ajouterMois(depart, nombre)
  const etape = { motif: 'duree', jour, nombre, unite: 'mois' } as const
  const tronque = composantsDe(jour).quantieme !== composantsDe(depart).quantieme
  return tronque ? { ...etape, dernierJourDuMois: true } : etape
}

// Months of extension are counted from the trigger with the others: « un délai de deux mois augmenté d'un mois »
// is one period of three months, not a second one from a day the first may have truncated.
function prolonger(entree: EntreeEnMois, etapes: EtapeDeComptage[]): JourCivil {
  const { depart, nombre, prolongationEnMois, prolongationEnJours } = entree
  let echeance = ajouterMois(depart, nombre + prolongationEnMois)
  if (prolongationEnMois > 0) {
    etapes.push({ motif: 'prolongation', jour: echeance, nombre: prolongationEnMois, unite: 'mois' })
  }
  if (prolongationEnJours > 0) {
    echeance = ajouterJours(echeance, prolongationEnJours)
    etapes.push({ motif: 'prolongation', jour: echeance, nombre: prolongationEnJours, unite: 'jour' })
  }
  return echeance
}

function suspendre(entree: EntreeEnMois, echeanceSansArret: JourCivil, etapes: EtapeDeComptage[]): Etat {
  let echeance = echeanceSansArret
  for (const { du, au } of entree.arrets) {
    if (du > echeance) break
    if (au === null) {
      etapes.push({ motif: 'suspension', jour: du, du, au, jours: 0 })
      return { echeance, suspenduDepuis: du }
    }
    const jours = joursEntre(plusTard(du, ajouterJours(entree.depart, 1)), au)
    if (jours > 0) {
      echeance = ajouterJours(echeance, jours)
      etapes.push({ motif: 'suspension', jour: echeance, du, au, jours })
    }
  }
  return { echeance, suspenduDepuis: null }
}

function reporter(calendrier: Calendrier, jour: JourCivil, etapes: EtapeDeComptage[]): JourCivil {
  if (estOuvre(calendrier, jour)) return jour
  const cause = motifDeFermeture(calendrier, jour) ?? 'ferie'
  const ferie = ferieDe(calendrier, jour)
  const suivant = prochainJourOuvre(calendrier, jour)
  etapes.push({ motif: 'report', jour: suivant, cause, ...(ferie === null ? {} : { ferie }) })
  return suivant
}

/**
 * Counts months de quantième à quantième. `FRANC_M` ends the day after that day, `FRANC_M` and `EU_1182` are carried to
 * the next working day when they end on a Saturday, a Sunday or a public holiday; `CAL_M` never is.
 * @source CE 5 oct. 2018 n° 409579 (franc); règlement (CEE, Euratom) n° 1182/71, art. 3 (EU_1182)
 */
export function compterEnMois(convention: 'CAL_M' | 'FRANC_M' | 'EU_1182', entree: EntreeEnMois): Resultat {
  const etapes: EtapeDeComptage[] = [
    { motif: 'declencheur', jour: entree.depart },
    etapeDeDuree(entree.depart, entree.nombre),
  ]
  const { echeance, suspenduDepuis } = suspendre(entree, prolonger(entree, etapes), etapes)
  if (suspenduDepuis !== null) {
    return { limiteLe: null, limiteA: null, suspenduDepuis, comptage: { nature: 'etapes', etapes } }
  }
  let limiteLe = echeance
  if (convention === 'FRANC_M') {
    limiteLe = ajouterJours(limiteLe, 1)
    etapes.push({ motif: 'franc', jour: limiteLe })
  }
  if (convention !== 'CAL_M') limiteLe = reporter(entree.calendrier, limiteLe, etapes)
  etapes.push({ motif: 'terme', jour: limiteLe })
  return { limiteLe, limiteA: null, suspenduDepuis: null, comptage: { nature: 'etapes', etapes } }
}
