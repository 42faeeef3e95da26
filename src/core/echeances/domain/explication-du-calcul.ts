import type { EtapeDeComptage, JourCompte } from './delai.ts'
import { compterMots, dureeDe } from './duree.ts'
import type { Echeance } from './echeance.ts'
import { heureDe } from './instant.ts'
import { composantsDe, formaterJour } from './jour-civil.ts'
import { FERIE } from './labels.ts'
import type { Regle } from './regles/regle.ts'

/** « 10 h 00 », in the establishment's zone. */
export function formaterHeure(instant: string, fuseau: string): string {
  return heureDe(new Date(instant), fuseau).replace(':', ' h ')
}

function enumerer(groupes: readonly string[]): string {
  const dernier = groupes.at(-1) ?? ''
  return groupes.length < 2 ? dernier : `${groupes.slice(0, -1).join(', ')} et ${dernier}`
}

function compter(jours: readonly JourCompte[], motif: JourCompte['motif']): number {
  return jours.filter((jour) => jour.motif === motif).length
}

function joursExclus(jours: readonly JourCompte[]): string | null {
  const feries = jours.filter(({ motif }) => motif === 'ferie')
  const noms = feries.map(
    ({ jour, ferie }) => `${formaterJour(jour)}${ferie === undefined ? '' : `, ${FERIE[ferie]}`}`,
  )
  const groupes: readonly (readonly [number, string])[] = [
    [compter(jours, 'samedi'), compterMots(compter(jours, 'samedi'), 'samedi', 'samedis')],
    [compter(jours, 'dimanche'), compterMots(compter(jours, 'dimanche'), 'dimanche', 'dimanches')],
    [feries.length, `${compterMots(feries.length, 'jour férié', 'jours fériés')} (${noms.join(' ; ')})`],
    [
      compter(jours, 'suspension'),
      compterMots(compter(jours, 'suspension'), 'jour de suspension', 'jours de suspension'),
    ],
  ]
  const presents = groupes.filter(([nombre]) => nombre > 0).map(([, texte]) => texte)
  if (presents.length === 0) return null
  const accord = jours.filter(({ compte, motif }) => !compte && motif !== 'declencheur').length > 1
  return `${accord ? 'Ne comptent pas' : 'Ne compte pas'} : ${enumerer(presents)}.`
}

function clauseDEtape(etape: EtapeDeComptage, quantieme: number): string | null {
  switch (etape.motif) {
    case 'duree':
      return etape.unite === 'mois' && etape.dernierJourDuMois === true
        ? `Le mois d’arrivée n’a pas de ${quantieme} : son dernier jour est retenu, le ${formaterJour(etape.jour)}.`
        : null
    case 'suspension':
      return etape.au === null
        ? null
        : `La suspension repousse le terme de ${compterMots(etape.jours, 'jour', 'jours')}.`
    case 'franc':
      return `Le délai est franc : son dernier jour est le lendemain de l’échéance, le ${formaterJour(etape.jour)}.`
    case 'report': {
      const cause =
        etape.cause === 'ferie' && etape.ferie !== undefined
          ? `un jour férié (${FERIE[etape.ferie]})`
          : `un ${etape.cause}`
      return `Ce jour étant ${cause}, le terme est reporté au ${formaterJour(etape.jour)}.`
    }
    case 'declencheur':
      return etape.heureInconnue === true
        ? 'L’heure n’étant pas connue, le délai est compté depuis le début de la journée.'
        : null
    case 'prolongation':
    case 'terme':
      return null
  }
}

function enTete(echeance: Echeance, regle: Regle, depuis: string, fuseau: string): string {
  const { survenuA } = echeance.declencheur
  switch (regle.convention) {
    case 'OUVRES':
      return `Le délai de ${dureeDe(regle)} part du lendemain de ${depuis} ; les samedis, dimanches et jours fériés ne comptent pas.`
    case 'OUVRABLES':
      return `Le délai de ${dureeDe(regle)} part du lendemain de ${depuis} ; les dimanches et jours fériés ne comptent pas.`
    case 'CAL_D':
      return `Le délai de ${dureeDe(regle)} part du lendemain de ${depuis} ; tous les jours comptent, et un terme qui tombe un samedi, un dimanche ou un jour férié n’est pas reporté.`
    case 'CAL_M':
    case 'FRANC_M':
    case 'EU_1182':
      return `Le délai de ${dureeDe(regle)} se compte de quantième à quantième à partir de ${depuis}.`
    case 'H':
      return `Les ${dureeDe(regle)} courent depuis ${depuis.replace(/\)$/, survenuA === undefined ? ')' : ` à ${formaterHeure(survenuA, fuseau)})`)}.`
    case 'ASAP':
      return `Le délai part de ${depuis}.`
    case 'JOUR_FIXE':
      return `Ce jour est écrit dans ${depuis} : il est repris tel quel, aucun délai n’est compté.`
  }
}

/** How the date was reached, in one sentence or more. `complement`: « la réception », the fact the period runs from. */
export function clausesDeCalcul(
  echeance: Echeance,
  regle: Regle,
  complement: string,
  fuseau: string,
): readonly string[] {
  const depuis = `${complement} (${formaterJour(echeance.declencheur.survenuLe)})`
  const { comptage } = echeance.explication
  if (comptage.nature === 'sans-date-legale') return []
  const debut = enTete(echeance, regle, depuis, fuseau)
  if (comptage.nature === 'jours') {
    const exclus = joursExclus(comptage.jours)
    return exclus === null ? [debut] : [debut, exclus]
  }
  const { quantieme } = composantsDe(echeance.declencheur.survenuLe)
  return [debut, ...comptage.etapes.map((etape) => clauseDEtape(etape, quantieme)).filter((c) => c !== null)]
}
