/** A number the department may choose. Its own value is kept elsewhere, versioned; here are the defaults. */
export interface Reglage {
  readonly code: string
  readonly libelle: string
  readonly valeurParDefaut: number
  readonly unite: UniteDeReglage
  readonly famille: FamilleDeReglage
  readonly min: number
  readonly max: number
}

/** `heure`: of a clock, in the establishment's zone. `activation`: 1 or 0. */
export type UniteDeReglage = 'jour-calendaire' | 'jour-ouvre' | 'heure' | 'activation'

/** What it acts on: deadlines, computed again when it changes, or the requests to services and their reminders. */
export type FamilleDeReglage = 'echeances' | 'demandes'

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
    famille: 'echeances',
    unite: 'jour-ouvre',
    min: 0,
    max: 10,
  },
  'echeances.cible-copie-consignation': {
    code: 'echeances.cible-copie-consignation',
    libelle: 'Copie de la réclamation orale consignée : objectif de remise',
    valeurParDefaut: 0,
    famille: 'echeances',
    unite: 'jour-calendaire',
    min: 0,
    max: 5,
  },
  'echeances.cible-reponse-reclamation': {
    code: 'echeances.cible-reponse-reclamation',
    libelle: 'Réponse à une réclamation : objectif d’envoi',
    valeurParDefaut: 30,
    famille: 'echeances',
    unite: 'jour-calendaire',
    min: 1,
    max: 90,
  },
  'echeances.cible-explications': {
    code: 'echeances.cible-explications',
    libelle: 'Explications demandées à un service : jour souhaité, après la demande',
    valeurParDefaut: 15,
    famille: 'demandes',
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.cible-rappel': {
    code: 'echeances.cible-rappel',
    libelle: 'Demande à un service : rappel, après la demande',
    valeurParDefaut: 8,
    famille: 'demandes',
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.relance-automatique': {
    code: 'echeances.relance-automatique',
    libelle: 'Les services sont relancés automatiquement, par un seul courriel par jour et par personne',
    valeurParDefaut: 1,
    famille: 'demandes',
    unite: 'activation',
    min: 0,
    max: 1,
  },
  'echeances.cible-relance': {
    code: 'echeances.cible-relance',
    libelle: 'Demande à un service : relance, après le jour souhaité',
    valeurParDefaut: 1,
    famille: 'demandes',
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.cible-hierarchie': {
    code: 'echeances.cible-hierarchie',
    libelle: 'Demande à un service : hiérarchie, après la relance',
    valeurParDefaut: 8,
    famille: 'demandes',
    unite: 'jour-calendaire',
    min: 1,
    max: 60,
  },
  'echeances.relance-des': {
    code: 'echeances.relance-des',
    libelle: 'Les relances automatiques partent les jours ouvrés, à partir de',
    valeurParDefaut: 8,
    famille: 'demandes',
    unite: 'heure',
    min: 0,
    max: 23,
  },
  'echeances.relance-jusqu-a': {
    code: 'echeances.relance-jusqu-a',
    libelle: 'Les relances automatiques ne partent plus à partir de',
    valeurParDefaut: 18,
    famille: 'demandes',
    unite: 'heure',
    min: 1,
    max: 24,
  },
  'echeances.validite-du-lien': {
    code: 'echeances.validite-du-lien',
    libelle: 'Lien envoyé à un service : reste ouvert, après le jour souhaité',
    valeurParDefaut: 30,
    famille: 'demandes',
    unite: 'jour-calendaire',
    min: 1,
    max: 180,
  },
  'echeances.cible-transmission': {
    code: 'echeances.cible-transmission',
    libelle: 'Transmission à l’administration compétente : objectif d’envoi',
    valeurParDefaut: 5,
    famille: 'echeances',
    unite: 'jour-ouvre',
    min: 0,
    max: 30,
  },
  'echeances.seuil-proche': {
    code: 'echeances.seuil-proche',
    libelle: 'Une échéance est « proche » à partir de',
    valeurParDefaut: 3,
    famille: 'echeances',
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
    'echeances.relance-automatique': REGLAGES['echeances.relance-automatique'].valeurParDefaut,
    'echeances.cible-relance': REGLAGES['echeances.cible-relance'].valeurParDefaut,
    'echeances.cible-hierarchie': REGLAGES['echeances.cible-hierarchie'].valeurParDefaut,
    'echeances.relance-des': REGLAGES['echeances.relance-des'].valeurParDefaut,
    'echeances.relance-jusqu-a': REGLAGES['echeances.relance-jusqu-a'].valeurParDefaut,
    'echeances.validite-du-lien': REGLAGES['echeances.validite-du-lien'].valeurParDefaut,
    'echeances.cible-transmission': REGLAGES['echeances.cible-transmission'].valeurParDefaut,
    'echeances.seuil-proche': REGLAGES['echeances.seuil-proche'].valeurParDefaut,
  }
}

/** The defaults with the establishment's own choices laid over them. */
export function reglagesEnVigueur(choix: Partial<ValeursDeReglages> = {}): ValeursDeReglages {
  return { ...valeursParDefaut(), ...choix }
}

/** Why the hours in which reminders leave would leave none, or null. */
export function refusDePlage(
  { code, valeur }: { readonly code: CodeDeReglage; readonly valeur: number },
  enVigueur: ValeursDeReglages,
): { readonly code: 'plage-vide' } | null {
  const apres = { ...enVigueur, [code]: valeur }
  return apres['echeances.relance-des'] < apres['echeances.relance-jusqu-a'] ? null : { code: 'plage-vide' }
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
