import type { EcheanceVue } from './contract.ts'
import type { Calendrier } from './domain/calendrier.ts'
import type { EtapeDeComptage, JourCompte } from './domain/delai.ts'
import type { Echeance } from './domain/echeance.ts'
import { complementDe, expliquerEcheance, phraseDuTerme } from './domain/explication.ts'
import { type JourCivil, jourCivil } from './domain/jour-civil.ts'
import { FERIE } from './domain/labels.ts'
import type { ValeursDeReglages } from './domain/reglages.ts'
import { obtenirRegle } from './domain/regles/registre.ts'
import { situationDe } from './domain/situation.ts'

export interface ContexteDeVue {
  readonly aujourdHui: JourCivil
  /** settles the last day of a period in hours */
  readonly maintenant: Date
  readonly reglages: ValeursDeReglages
  readonly fuseau: string
  readonly calendrier?: Calendrier
}

type JourVu = EcheanceVue['jours'][number]

const MOTIF_DE_JOUR = {
  declencheur: 'jour de départ, qui ne compte pas',
  samedi: 'samedi',
  dimanche: 'dimanche',
  ferie: 'jour férié',
  suspension: 'délai suspendu',
  compte: 'compté',
  terme: 'dernier jour',
  report: 'reporté',
} as const satisfies Record<JourCompte['motif'], string>

const MOTIF_D_ETAPE = {
  declencheur: 'jour de départ',
  duree: 'délai écoulé',
  prolongation: 'délai prolongé',
  suspension: 'terme repoussé par la suspension',
  franc: 'lendemain, car le délai est franc',
  report: 'report au premier jour ouvré',
  terme: 'dernier jour',
} as const satisfies Record<EtapeDeComptage['motif'], string>

const versJour = ({ jour, compte, rang, motif, ferie }: JourCompte): JourVu => ({
  jour,
  compte,
  rang: rang ?? null,
  motif: ferie === undefined ? MOTIF_DE_JOUR[motif] : FERIE[ferie],
})

const versEtape = (etape: EtapeDeComptage): JourVu => ({
  jour: etape.jour,
  compte: etape.motif === 'terme',
  rang: null,
  motif: MOTIF_D_ETAPE[etape.motif],
})

function joursVus({ explication, declencheur }: Echeance): JourVu[] {
  const { comptage } = explication
  switch (comptage.nature) {
    case 'jours':
      return comptage.jours.map(versJour)
    case 'etapes':
      return comptage.etapes.map(versEtape)
    case 'sans-date-legale':
      return [
        { jour: declencheur.survenuLe, compte: false, rang: null, motif: complementDe(declencheur.code) },
      ]
  }
}

function situationVue(echeance: Echeance, contexte: ContexteDeVue): EcheanceVue['situation'] {
  const { aujourdHui, maintenant, reglages } = contexte
  const situation = situationDe(echeance, aujourdHui, reglages['echeances.seuil-proche'], maintenant)
  if (situation !== null) return situation
  // A stopped clock, or a text without a date, is still to be watched.
  return echeance.etat === 'ouverte' || echeance.etat === 'suspendue' ? 'a-venir' : 'close'
}

/** A computed deadline as a screen shows it: its sentence with the article, why that date, and the days of the count. */
export function versEcheanceVue(echeance: Echeance, contexte: ContexteDeVue): EcheanceVue {
  const { fuseau, reglages } = contexte
  const { code, declencheur, limiteLe, limiteA, cibleLe, etat, tenueLe } = echeance
  const regle = obtenirRegle(code, jourCivil(declencheur.survenuLe))
  const phrase = phraseDuTerme(echeance, regle, fuseau)
  const explication = expliquerEcheance(echeance, regle, { fuseau, reglages })
  return {
    ...{ code, etat, limiteLe, limiteA, cibleLe, tenueLe },
    faitId: declencheur.faitId,
    libelle: regle.libelle,
    article: regle.article,
    situation: situationVue(echeance, contexte),
    aConfirmer: regle.aConfirmer,
    // the article closes the first sentence; an internal target may follow in a second one
    phrase: phrase.replace(/\.(?= |$)/, ` (${regle.article}).`),
    explication: explication.filter(({ role }) => role !== 'terme').map(({ texte }) => texte),
    jours: joursVus(echeance),
  }
}
