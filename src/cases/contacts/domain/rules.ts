import type { CodeDeRefus } from './labels.ts'
import {
  type Apres,
  type EtatDeSuite,
  ISSUES_DE,
  type Issue,
  type Motif,
  type NatureDeSuite,
  type Orientation,
} from './model.ts'

export interface RefusDeContact {
  readonly code: CodeDeRefus
}

const PREVUS: readonly string[] = ['rappel-prevu', 'rendez-vous-prevu']
const FINIS: readonly string[] = [
  'rappel-fait',
  'rappel-sans-reponse',
  'rappel-annule',
  'rendez-vous-fait',
  'rendez-vous-manque',
  'rendez-vous-annule',
]

/** How many promises are still to be kept: each one planned ends in exactly one way. */
export function suitesPrevues(faits: readonly { readonly code: string }[]): number {
  const compte = (codes: readonly string[]): number => faits.filter(({ code }) => codes.includes(code)).length
  return compte(PREVUS) - compte(FINIS)
}

/** A contact never closes over something promised. */
export const refusDeClore = (faits: readonly { readonly code: string }[]): RefusDeContact | null =>
  suitesPrevues(faits) > 0 ? { code: 'suite-prevue' } : null

export const refusDePrevoir = (estClos: boolean): RefusDeContact | null =>
  estClos ? { code: 'contact-clos' } : null

export const refusDeTransformer = (devenuId: string | null): RefusDeContact | null =>
  devenuId === null ? null : { code: 'deja-transforme' }

export const refusDeJour = (pourLe: string, aujourdHui: string): RefusDeContact | null =>
  pourLe < aujourdHui ? { code: 'jour-passe' } : null

/** A call back may be any time of its day, an appointment may not. */
export const refusDHeure = (nature: NatureDeSuite, heure: string): RefusDeContact | null =>
  nature === 'rendez-vous' && heure === '' ? { code: 'heure-requise' } : null

const SANS_EFFET: readonly Issue[] = ['sans-reponse', 'manque']

/** Whether another attempt makes sense after this end. */
export const peutSeRetenter = (issue: Issue): boolean => SANS_EFFET.includes(issue)

/** Why a promise cannot end so, or null. */
export function refusDeTerminer(
  suite: { readonly nature: NatureDeSuite; readonly etat: EtatDeSuite },
  issue: Issue,
  avecNouvelle: boolean,
): RefusDeContact | null {
  const possibles: readonly Issue[] = ISSUES_DE[suite.nature]
  if (suite.etat !== 'prevu') return { code: 'suite-terminee' }
  if (!possibles.includes(issue)) return { code: 'issue-impossible' }
  return avecNouvelle && !peutSeRetenter(issue) ? { code: 'nouvelle-date-inutile' } : null
}

const RESTE_A_FAIRE: readonly Motif[] = ['insatisfaction', 'remerciement', 'dossier-medical', 'besoin']

/**
 * What becomes of a contact as long as the agent has not said: a question that was answered closes at once; what may become a
 * dossier of its own stays to be dealt with until the person was sent somewhere.
 */
export function apresParDefaut(motif: Motif | null, orientation: Orientation | null): Apres {
  if (motif === null || orientation !== null) return 'clore'
  return RESTE_A_FAIRE.includes(motif) ? 'suivre' : 'clore'
}

/** The type of dossier a motive most often becomes, by its code; the screen offers those that exist. */
export const TYPE_SUGGERE: Readonly<Partial<Record<Motif, string>>> = {
  insatisfaction: 'reclamation',
  remerciement: 'eloge',
  'dossier-medical': 'acces-dossier',
}
