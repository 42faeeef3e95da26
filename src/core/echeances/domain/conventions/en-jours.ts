import { type Calendrier, ferieDe } from '../calendrier.ts'
import type { Comptage, EtapeDeComptage, JourCompte, Resultat } from '../delai.ts'
import { ajouterJours, type JourCivil, jourDeLaSemaine } from '../jour-civil.ts'
import { type Arret, arretDuJour } from '../suspensions.ts'

/** Beyond this many days the explanation gives its steps, not every day. */
export const JOURS_DETAILLES = 62

export interface EntreeEnJours {
  readonly depart: JourCivil
  readonly nombre: number
  readonly arrets: readonly Arret[]
  readonly calendrier: Calendrier
}

/** Why a day does not count under a convention, or null when it does. */
type Exclusion = (calendrier: Calendrier, jour: JourCivil) => Pick<JourCompte, 'motif' | 'ferie'> | null

const exclureFeries: Exclusion = (calendrier, jour) => {
  const ferie = ferieDe(calendrier, jour)
  return ferie === null ? null : { motif: 'ferie', ferie }
}

const exclureDimanchesEtFeries: Exclusion = (calendrier, jour) =>
  jourDeLaSemaine(jour) === 7 ? { motif: 'dimanche' } : exclureFeries(calendrier, jour)

const EXCLUSIONS = {
  CAL_D: () => null,
  OUVRABLES: exclureDimanchesEtFeries,
  OUVRES: (calendrier, jour) =>
    jourDeLaSemaine(jour) === 6 ? { motif: 'samedi' } : exclureDimanchesEtFeries(calendrier, jour),
} as const satisfies Record<'OUVRES' | 'OUVRABLES' | 'CAL_D', Exclusion>

function etapesDe(jours: readonly JourCompte[], entree: EntreeEnJours, limiteLe: JourCivil | null): Comptage {
  const dernier = jours.at(-1)?.jour ?? entree.depart
  const suspensions = entree.arrets
    .filter(({ du, au }) => du <= dernier && (au === null || au > entree.depart))
    .map(({ du, au }) => {
      const retires = jours.filter(
        (j) => j.motif === 'suspension' && j.jour >= du && (au === null || j.jour < au),
      )
      return { motif: 'suspension', jour: au ?? du, du, au, jours: au === null ? 0 : retires.length } as const
    })
  const fin: readonly EtapeDeComptage[] =
    limiteLe === null
      ? []
      : [
          { motif: 'duree', jour: limiteLe, nombre: entree.nombre, unite: 'jour' },
          { motif: 'terme', jour: limiteLe },
        ]
  return { nature: 'etapes', etapes: [{ motif: 'declencheur', jour: entree.depart }, ...suspensions, ...fin] }
}

function expliquer(
  jours: readonly JourCompte[],
  entree: EntreeEnJours,
  limiteLe: JourCivil | null,
): Comptage {
  return jours.length <= JOURS_DETAILLES ? { nature: 'jours', jours } : etapesDe(jours, entree, limiteLe)
}

/**
 * Counts days one by one: the day of the trigger is excluded, the period ends at 24:00 on the last counted day.
 * No text extends these periods to the next working day.
 * @source droit commun des délais du CSP et du CRPA
 */
export function compterEnJours(
  convention: 'OUVRES' | 'OUVRABLES' | 'CAL_D',
  entree: EntreeEnJours,
): Resultat {
  const { depart, nombre, arrets, calendrier } = entree
  const jours: JourCompte[] = [{ jour: depart, compte: false, motif: 'declencheur' }]
  let jour = depart
  for (let rang = 0; rang < nombre; ) {
    jour = ajouterJours(jour, 1)
    const arret = arretDuJour(arrets, jour)
    if (arret?.au === null) {
      jours.push({ jour, compte: false, motif: 'suspension' })
      return {
        limiteLe: null,
        limiteA: null,
        suspenduDepuis: arret.du,
        comptage: expliquer(jours, entree, null),
      }
    }
    const exclusion =
      arret === undefined ? EXCLUSIONS[convention](calendrier, jour) : { motif: 'suspension' as const }
    if (exclusion === null) {
      rang += 1
      jours.push({ jour, compte: true, rang, motif: rang === nombre ? 'terme' : 'compte' })
    } else {
      jours.push({ jour, compte: false, ...exclusion })
    }
  }
  return { limiteLe: jour, limiteA: null, suspenduDepuis: null, comptage: expliquer(jours, entree, jour) }
}
