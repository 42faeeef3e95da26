/** What a dossier waits for: who owes it is told beside. */
export const CODES_D_ATTENTE = [
  'explications',
  'restitution',
  'visa',
  'signature',
  'envoi',
  'envoi-a-verifier',
  'mesure',
] as const
export type CodeDAttente = (typeof CODES_D_ATTENTE)[number]

/** Which module keeps it, and replaces it when things move. */
export type OrigineDAttente = 'taches' | 'courriers' | 'reclamations'

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
}
