/** A number the department may choose. Its own value is kept elsewhere, versioned; here are the defaults. */
export interface Reglage {
  readonly code: string
  readonly libelle: string
  readonly valeurParDefaut: number
  readonly unite: 'jour-calendaire' | 'jour-ouvre'
  readonly min: number
  readonly max: number
}

/**
 * Internal targets and display thresholds of the deadlines. None is a legal time limit.
 * @source usages publiés : réponse sous 30 jours, accusé de réception sous 48 heures à 5 jours, explications des services
 *   sous 8 à 15 jours, rappels à 8 puis 15 jours
 */
export const REGLAGES = {
  'echeances.cible-accuse-papier': {
    code: 'echeances.cible-accuse-papier',
    libelle: 'Accusé de réception papier : objectif d’envoi',
    valeurParDefaut: 2,
    unite: 'jour-ouvre',
    min: 0,
    max: 10,
  },
  'echeances.cible-copie-consignation': {
    code: 'echeances.cible-copie-consignation',
    libelle: 'Copie de la réclamation orale consignée : objectif de remise',
    valeurParDefaut: 0,
    unite: 'jour-calendaire',
    min: 0,
    max: 5,
  },
  'echeances.cible-reponse-reclamation': {
    code: 'echeances.cible-reponse-reclamation',
    libelle: 'Réponse à une réclamation : objectif d’envoi',
    valeurParDefaut: 30,
    unite: 'jour-calendaire',
    min: 1,
    max: 90,
  },
  'echeances.cible-explications': {
    code: 'echeances.cible-explications',
    libelle: 'Explications demandées à un service : jour souhaité, après la demande',
    valeurParDefaut: 15,
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.cible-rappel': {
    code: 'echeances.cible-rappel',
    libelle: 'Explications demandées à un service : premier rappel, après la demande',
    valeurParDefaut: 8,
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.validite-du-lien': {
    code: 'echeances.validite-du-lien',
    libelle: 'Lien envoyé à un service : reste ouvert, après le jour souhaité',
    valeurParDefaut: 30,
    unite: 'jour-calendaire',
    min: 1,
    max: 180,
  },
  'echeances.cible-transmission': {
    code: 'echeances.cible-transmission',
    libelle: 'Transmission à l’administration compétente : objectif d’envoi',
    valeurParDefaut: 5,
    unite: 'jour-ouvre',
    min: 0,
    max: 30,
  },
  'echeances.seuil-proche': {
    code: 'echeances.seuil-proche',
    libelle: 'Une échéance est « proche » à partir de',
    valeurParDefaut: 3,
    unite: 'jour-calendaire',
    min: 0,
    max: 30,
  },
} as const satisfies Record<string, Reglage>

export type CodeDeReglage = keyof typeof REGLAGES

/** The values in force, by setting. */
export type ValeursDeReglages = Readonly<Record<CodeDeReglage, number>>

function valeursParDefaut(): ValeursDeReglages {
  return {
    'echeances.cible-accuse-papier': REGLAGES['echeances.cible-accuse-papier'].valeurParDefaut,
    'echeances.cible-copie-consignation': REGLAGES['echeances.cible-copie-consignation'].valeurParDefaut,
    'echeances.cible-reponse-reclamation': REGLAGES['echeances.cible-reponse-reclamation'].valeurParDefaut,
    'echeances.cible-explications': REGLAGES['echeances.cible-explications'].valeurParDefaut,
    'echeances.cible-rappel': REGLAGES['echeances.cible-rappel'].valeurParDefaut,
    'echeances.validite-du-lien': REGLAGES['echeances.validite-du-lien'].valeurParDefaut,
    'echeances.cible-transmission': REGLAGES['echeances.cible-transmission'].valeurParDefaut,
    'echeances.seuil-proche': REGLAGES['echeances.seuil-proche'].valeurParDefaut,
  }
}

/** The defaults with the establishment's own choices laid over them. */
export function reglagesEnVigueur(choix: Partial<ValeursDeReglages> = {}): ValeursDeReglages {
  return { ...valeursParDefaut(), ...choix }
}

/** Why a value cannot be kept for a setting, or null. */
export function refusDeReglage(
  code: CodeDeReglage,
  valeur: number,
): { readonly code: 'valeur-hors-bornes'; readonly min: number; readonly max: number } | null {
  const { min, max } = REGLAGES[code]
  return Number.isInteger(valeur) && valeur >= min && valeur <= max
    ? null
    : { code: 'valeur-hors-bornes', min, max }
}
