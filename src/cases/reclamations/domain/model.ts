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

/** Who may hand a complaint over to the hospital, when the person did not. */
export const NATURES_DE_PROVENANCE = [
  'ars',
  'defenseur-des-droits',
  'etablissement',
  'administration',
  'elu',
  'autre',
] as const
export type NatureDeProvenance = (typeof NATURES_DE_PROVENANCE)[number]

/** Other procedures of the hospital a complaint may have to follow. */
export const PROCEDURES = ['indemnisation', 'acces-dossier'] as const
export type Procedure = (typeof PROCEDURES)[number]

/** Where a further letter's text goes: a new version of the narrative, or a note of the timeline. */
export const USAGES_DU_TEXTE = ['recit', 'note'] as const

/** Why a complaint may close without an answer. */
export const MOTIFS_DE_CLASSEMENT = ['anonyme', 'retiree', 'abusive', 'en-double'] as const
export type MotifDeClassement = (typeof MOTIFS_DE_CLASSEMENT)[number]
