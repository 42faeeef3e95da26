import type { CanalDeContact, Etat, EtatDeSuite, Issue, Motif, NatureDeSuite, Orientation } from './model.ts'

export const LIBELLES_DES_ETATS = {
  ouvert: 'À suivre',
  clos: 'Clos',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_CANAUX = {
  guichet: 'Guichet',
  telephone: 'Téléphone',
  visite: 'Visite',
  courriel: 'Courriel',
} as const satisfies Record<CanalDeContact, string>

/** After the day: « reçu lundi 5 janvier au guichet ». */
export const PAR = {
  guichet: 'au guichet',
  telephone: 'par téléphone',
  visite: 'lors d’une visite',
  courriel: 'par courriel',
} as const satisfies Record<CanalDeContact, string>

export const LIBELLES_DES_MOTIFS = {
  renseignement: 'Renseignement',
  orientation: 'Trouver un lieu, une personne',
  suivi: 'Suivi d’un dossier',
  insatisfaction: 'Insatisfaction',
  remerciement: 'Remerciement',
  'dossier-medical': 'Dossier médical',
  facturation: 'Facturation',
  'objet-perdu': 'Objet perdu',
  besoin: 'Attente ou besoin',
  autre: 'Autre',
} as const satisfies Record<Motif, string>

export const LIBELLES_DES_ORIENTATIONS = {
  'renseignement-donne': 'Renseignement donné',
  service: 'Vers un service',
  'dossier-medical': 'Vers l’accès au dossier médical',
  mediation: 'Vers un médiateur',
  'representant-des-usagers': 'Vers un représentant des usagers',
  'service-social': 'Vers le service social',
  facturation: 'Vers les admissions et la facturation',
  exterieur: 'Vers un autre organisme',
  ecrire: 'Invitée à écrire',
} as const satisfies Record<Orientation, string>

export const LIBELLES_DES_SUITES = {
  rappel: 'Rappel',
  'rendez-vous': 'Rendez-vous',
} as const satisfies Record<NatureDeSuite, string>

export const LIBELLES_DES_ETATS_DE_SUITE = {
  prevu: 'prévu',
  fait: 'fait',
  'sans-reponse': 'pas de réponse',
  manque: 'la personne n’est pas venue',
  annule: 'annulé',
} as const satisfies Record<EtatDeSuite, string>

export const LIBELLES_DES_ISSUES = {
  rappel: {
    fait: 'La personne a été rappelée',
    'sans-reponse': 'N’a pas répondu',
    manque: '',
    annule: 'N’a plus lieu d’être',
  },
  'rendez-vous': {
    fait: 'Le rendez-vous a eu lieu',
    'sans-reponse': '',
    manque: 'La personne n’est pas venue',
    annule: 'Annulé',
  },
} as const satisfies Record<NatureDeSuite, Record<Issue, string>>

/** What was promised, and what it became, is the department's: a service reads that it happened. */
const PROMESSES = 'dossiers.modifier'

export const LIBELLES_DES_FAITS = {
  'contact-recu': { libelle: 'Contact', rectifiable: true },
  'contact-modifie': { libelle: 'Motif ou orientation modifiés', rectifiable: false },
  'rappel-prevu': { libelle: 'Rappel prévu', rectifiable: false, detailsPour: PROMESSES },
  'rappel-fait': { libelle: 'Personne rappelée', rectifiable: false, detailsPour: PROMESSES },
  'rappel-sans-reponse': { libelle: 'Rappel sans réponse', rectifiable: false, detailsPour: PROMESSES },
  'rappel-annule': { libelle: 'Rappel annulé', rectifiable: false, detailsPour: PROMESSES },
  'rendez-vous-prevu': { libelle: 'Rendez-vous prévu', rectifiable: false, detailsPour: PROMESSES },
  'rendez-vous-fait': { libelle: 'Rendez-vous tenu', rectifiable: false, detailsPour: PROMESSES },
  'rendez-vous-manque': { libelle: 'Rendez-vous manqué', rectifiable: false, detailsPour: PROMESSES },
  'rendez-vous-annule': { libelle: 'Rendez-vous annulé', rectifiable: false, detailsPour: PROMESSES },
  'contact-transforme': { libelle: 'Contact transformé', rectifiable: false, detailsPour: PROMESSES },
  'contact-clos': { libelle: 'Contact clos', rectifiable: false },
  'contact-rouvert': { libelle: 'Contact rouvert', rectifiable: false },
} as const

export const REFUS = {
  'suite-prevue': 'Un rappel ou un rendez-vous est prévu : notez d’abord ce qu’il en est.',
  'suite-et-cloture':
    'Un contact qui attend un rappel ou un rendez-vous reste à suivre : il se ferme après lui.',
  'suite-terminee': 'Ce rappel ou ce rendez-vous est déjà terminé.',
  'issue-impossible': 'Cela ne se dit pas d’un rappel, ou d’un rendez-vous.',
  'contact-clos': 'Ce contact est clos : rouvrez-le d’abord.',
  'deja-transforme': 'Ce contact a déjà donné un dossier : il est lié à celui-ci.',
  'jour-passe': 'Ce jour est passé.',
  'heure-a-venir': 'Cette heure est à venir.',
  'heure-requise': 'Indiquez l’heure du rendez-vous.',
  'agent-inconnu': 'Cette personne ne peut pas suivre ce contact. Choisissez-en une autre.',
  'nouvelle-date-inutile':
    'Une nouvelle date ne se choisit que si la personne n’a pas répondu ou n’est pas venue.',
} as const
export type CodeDeRefus = keyof typeof REFUS
