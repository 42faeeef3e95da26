import type { CLASSES, NATURES_DE_LIEN } from '../contract.ts'

export const NATURE_DE_LIEN = {
  'meme-affaire': 'Même affaire',
  'suite-de': 'Suite de',
  'doublon-de': 'Doublon de',
} as const satisfies Record<(typeof NATURES_DE_LIEN)[number], string>

/** The same link seen from the other end. */
export const NATURE_DE_LIEN_INVERSE = {
  'meme-affaire': 'Même affaire',
  'suite-de': 'A pour suite',
  'doublon-de': 'A pour doublon',
} as const satisfies Record<(typeof NATURES_DE_LIEN)[number], string>

/** Who sees a dossier, by class. */
export const CLASSE = {
  ordinaire: {
    libelle: 'Ordinaire',
    qui: 'Visible du service des relations avec les usagers et des chefs des services concernés.',
  },
  sensible: {
    libelle: 'Sensible',
    qui: 'Visible de la direction, du responsable et de l’agent à qui le dossier est attribué, de personne d’autre.',
  },
} as const satisfies Record<(typeof CLASSES)[number], { libelle: string; qui: string }>
