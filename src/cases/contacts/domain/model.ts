import type { Canal } from '#core/dossiers/domain/canal.ts'

export const ETATS = ['ouvert', 'clos'] as const
export type Etat = (typeof ETATS)[number]

/** How the person reached the department; a visit is one the department pays, in a service or a room. */
export const CANAUX_DE_CONTACT = ['guichet', 'telephone', 'visite', 'courriel'] as const
export type CanalDeContact = (typeof CANAUX_DE_CONTACT)[number]

/** The same, in the words of every other type of dossier: what is said face to face is said at the desk. */
export const canalDeDossier = (canal: CanalDeContact): Canal => (canal === 'visite' ? 'guichet' : canal)

/** Why the person came: short enough to be chosen at a glance. */
export const MOTIFS = [
  'renseignement',
  'orientation',
  'suivi',
  'insatisfaction',
  'remerciement',
  'dossier-medical',
  'facturation',
  'objet-perdu',
  'besoin',
  'autre',
] as const
export type Motif = (typeof MOTIFS)[number]

/** What was done of it at once. */
export const ORIENTATIONS = [
  'renseignement-donne',
  'service',
  'dossier-medical',
  'mediation',
  'representant-des-usagers',
  'service-social',
  'facturation',
  'exterieur',
  'ecrire',
] as const
export type Orientation = (typeof ORIENTATIONS)[number]

/** What was promised to the person. */
export const NATURES_DE_SUITE = ['rappel', 'rendez-vous'] as const
export type NatureDeSuite = (typeof NATURES_DE_SUITE)[number]

export const ETATS_DE_SUITE = ['prevu', 'fait', 'sans-reponse', 'manque', 'annule'] as const
export type EtatDeSuite = (typeof ETATS_DE_SUITE)[number]

/** How a promise ends. */
export const ISSUES = ['fait', 'sans-reponse', 'manque', 'annule'] as const
export type Issue = (typeof ISSUES)[number]

export const ISSUES_DE = {
  rappel: ['fait', 'sans-reponse', 'annule'],
  'rendez-vous': ['fait', 'manque', 'annule'],
} as const satisfies Record<NatureDeSuite, readonly Issue[]>

/** What becomes of a contact once written down: nothing more, one of the promises, or still to be dealt with. */
export const APRES = ['clore', ...NATURES_DE_SUITE, 'suivre'] as const
export type Apres = (typeof APRES)[number]
