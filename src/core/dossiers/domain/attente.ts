/** What a dossier waits for: who owes it is told beside. */
export const CODES_D_ATTENTE = [
  'explications',
  'restitution',
  'visa',
  'signature',
  'envoi',
  'envoi-a-verifier',
  'mesure',
  'rappel',
  'rendez-vous',
  'relance-a-reprendre',
] as const
export type CodeDAttente = (typeof CODES_D_ATTENTE)[number]

/** Which module keeps it, and replaces it when things move. */
export type OrigineDAttente = 'taches' | 'courriers' | 'reclamations' | 'contacts' | 'relances'

/** What was promised to someone for a moment of a day: the home shows them apart, hour by hour. */
export const CODES_D_AGENDA = ['rappel', 'rendez-vous'] as const satisfies readonly CodeDAttente[]
export type CodeDAgenda = (typeof CODES_D_AGENDA)[number]

/** A wait as screens show it. */
export interface AttenteVue {
  readonly code: CodeDAttente
  /** who owes it, as shown: « Cardiologie », « Claire Vasseur » */
  readonly de: string
  /** the day it is wanted for, null when none was set */
  readonly pourLe: string | null
}

export interface Attente extends AttenteVue {
  /** id of the request, the letter or the measure it is about */
  readonly objetId: string
  /** the agent who owes it, when one is known */
  readonly agentId: string | null
  /** 'HH:MM' in the establishment's zone, when the day is not enough */
  readonly heure?: string | null
}
