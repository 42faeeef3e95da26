import type { Etat, MotifDeClassement, Qualite } from './model.ts'

export const LIBELLES_DES_ETATS = {
  recu: 'Reçue',
  accuse: 'Accusée',
  repondu: 'Répondue',
  clos: 'Close',
} as const satisfies Record<Etat, string>

export const LIBELLES_DES_QUALITES = {
  patient: 'Le patient lui-même',
  proche: 'Un proche',
  'ayant-droit': 'Un ayant droit',
  'representant-legal': 'Le représentant légal',
  'personne-de-confiance': 'La personne de confiance',
  avocat: 'Un avocat',
  association: 'Une association',
  autre: 'Une autre personne',
} as const satisfies Record<Qualite, string>

export const LIBELLES_DES_MOTIFS = {
  anonyme: 'Elle est anonyme : il n’y a personne à qui répondre',
  retiree: 'Son auteur l’a retirée',
  abusive: 'Elle est abusive, par son nombre ou sa répétition',
  transmise: 'Elle relève d’un autre établissement, à qui elle est transmise',
  'en-double': 'Elle est déjà enregistrée dans un autre dossier',
} as const satisfies Record<MotifDeClassement, string>

export const LIBELLES_DES_FAITS = {
  'reception-electronique': { libelle: 'Réclamation reçue par voie électronique', rectifiable: true },
  'reception-papier': { libelle: 'Réclamation reçue par courrier', rectifiable: true },
  'consignation-orale': { libelle: 'Réclamation orale consignée par écrit', rectifiable: true },
  'accuse-reception-electronique-envoye': {
    libelle: 'Accusé de réception envoyé par courriel',
    rectifiable: true,
  },
  'accuse-reception-papier-envoye': { libelle: 'Accusé de réception posté', rectifiable: true },
  'accuse-enregistrement-envoye': { libelle: 'Accusé d’enregistrement envoyé', rectifiable: true },
  'reclamation-retiree': { libelle: 'Réclamation retirée par son auteur', rectifiable: false },
  'demande-abusive': { libelle: 'Réclamation abusive, par son nombre ou sa répétition', rectifiable: false },
  'demande-transmise': { libelle: 'Réclamation transmise à l’établissement compétent', rectifiable: false },
  'auteur-introuvable': { libelle: 'Réclamation anonyme : personne à qui répondre', rectifiable: false },
  'reclamation-en-double': {
    libelle: 'Réclamation déjà enregistrée dans un autre dossier',
    rectifiable: false,
  },
  'accuse-prepare': { libelle: 'Accusé de réception préparé', rectifiable: false },
  'copie-remise': { libelle: 'Copie de la réclamation remise à la personne', rectifiable: true },
  'reponse-envoyee': { libelle: 'Réponse envoyée', rectifiable: true },
  'reclamation-close': { libelle: 'Réclamation close', rectifiable: false },
  'reclamation-rouverte': { libelle: 'Réclamation rouverte', rectifiable: false },
} as const

/** Sentence of each refusal. A new code without a wording does not compile. */
export const REFUS = {
  'reponse-non-envoyee': 'Envoyez d’abord la réponse écrite à la personne, puis notez son envoi.',
  'dossier-clos': 'Cette réclamation est close : rouvrez-la d’abord.',
  'auteur-inconnu':
    'La réclamation est anonyme : il n’y a personne à qui écrire. Ajoutez l’auteur s’il se fait connaître.',
  'adresse-manquante':
    'L’auteur n’a pas d’adresse pour cet envoi : complétez sa fiche, ou choisissez l’autre canal.',
  'accuse-deja-envoye': 'L’accusé de réception est déjà parti.',
  'reception-non-electronique':
    'L’accusé d’enregistrement ne concerne que les réclamations reçues par voie électronique.',
  'enregistrement-deja-note': 'L’envoi de l’accusé d’enregistrement est déjà noté.',
  'auteur-connu': 'L’auteur est connu : répondez-lui, ou choisissez un autre motif.',
  'courrier-perime':
    'La date de réception a été corrigée depuis que cette lettre est écrite : préparez-la de nouveau.',
  'courrier-inconnu': 'Ce courrier n’appartient pas à cette réclamation.',
  'mentions-manquantes': 'L’accusé de réception serait incomplet : les délais de recours ne courraient pas.',
  'envoi-dans-l-avenir': 'Cette date est dans l’avenir.',
  'envoi-avant-reception': 'L’envoi ne peut pas précéder la réception de la réclamation.',
  'reponse-deja-envoyee': 'L’envoi de la réponse est déjà noté.',
  'non-orale': 'Cette réclamation est écrite : il n’y a pas de copie à remettre.',
  'copie-deja-remise': 'La copie est déjà remise.',
} as const satisfies Record<string, string>
export type CodeDeRefus = keyof typeof REFUS
