import type { Canal } from '#core/dossiers/domain/canal.ts'

/** Channels on which the person speaks: the complaint is consigned in writing and its copy handed over (CSP R1112-91). */
export const CANAUX_ORAUX = ['guichet', 'telephone'] as const satisfies readonly Canal[]

export const QUALITES = [
  'patient',
  'proche',
  'ayant-droit',
  'representant-legal',
  'personne-de-confiance',
  'avocat',
  'association',
  'autre',
] as const
export type Qualite = (typeof QUALITES)[number]

export const ETATS = ['recu', 'accuse', 'repondu', 'clos'] as const
export type Etat = (typeof ETATS)[number]

export const ORIGINES_DE_RECEPTION = ['message-recu', 'saisie'] as const

/** Why a complaint may close without an answer. */
export const MOTIFS_DE_CLASSEMENT = ['anonyme', 'retiree', 'abusive', 'transmise', 'en-double'] as const
export type MotifDeClassement = (typeof MOTIFS_DE_CLASSEMENT)[number]
