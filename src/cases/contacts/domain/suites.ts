import type { Attente } from '#core/dossiers/domain/attente.ts'
import { heureEnMots } from '#core/echeances/domain/instant.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { EtatDeSuite, NatureDeSuite } from './model.ts'

export interface Suite {
  readonly id: string
  readonly nature: NatureDeSuite
  readonly pourLe: string
  /** 'HH:MM', empty when any moment will do */
  readonly heure: string
  readonly dureeMinutes: number
  readonly avec: string
  readonly lieu: string
  readonly telephone: string
  readonly agent: { readonly id: string; readonly nom: string }
  readonly etat: EtatDeSuite
}

/** « mercredi 4 mars 2026 à 10 h 30 » */
export function quandEnMots({ pourLe, heure }: Pick<Suite, 'pourLe' | 'heure'>): string {
  const jour = formaterJour(jourCivil(pourLe), { semaine: true })
  return heure === '' ? jour : `${jour} à\u00a0${heureEnMots(heure)}`
}

/** What the timeline says of a promise: when, by whom when it is someone else, with whom, where. No number of the person. */
export const precisionDe = (suite: Omit<Suite, 'id' | 'etat'>, noteePar: string): string =>
  [
    quandEnMots(suite),
    suite.agent.id === noteePar ? '' : suite.agent.nom,
    suite.avec === '' ? '' : `avec ${suite.avec}`,
    suite.lieu,
  ]
    .filter((mot) => mot.trim() !== '')
    .join(', ')

/** What the dossier waits for on the side of its contact: the home and the lists show it. */
export const attentesDesSuites = (suites: readonly Suite[]): Attente[] =>
  suites
    .filter(({ etat }) => etat === 'prevu')
    .map(({ id, nature, pourLe, heure, agent }) => ({
      objetId: id,
      code: nature,
      de: agent.nom,
      agentId: agent.id,
      pourLe,
      heure: heure === '' ? null : heure,
    }))
