import { type EtatDeTache, type NatureDeTache, NIVEAUX_DE_RELANCE, type NiveauDeRelance } from './tache.ts'

export const REFUS_DES_TACHES = {
  'deja-repondue': 'Le service a répondu : cette demande n’attend plus rien.',
  'deja-annulee': 'Cette demande est annulée.',
  'niveau-depasse': 'Une relance plus pressante a déjà été adressée au service.',
  'structure-fermee': 'Ce service a fermé : adressez la demande à celui qui a repris son activité.',
  'structure-inconnue': 'Ce service n’existe pas dans cet établissement.',
  'destinataire-manquant': 'Indiquez un service, ou le nom de la personne à qui vous écrivez.',
  'jour-passe': 'Ce jour est passé : laissez au service le temps de répondre.',
  'jour-trop-loin': 'Choisissez un jour dans les douze mois qui viennent.',
  'dossier-clos': 'Ce dossier est clos : rouvrez-le avant de demander des explications.',
  'sans-objet': 'Écrivez au moins une réponse avant de l’envoyer.',
  'nom-manquant': 'Indiquez votre nom : le service des relations avec les usagers saura qui lui répond.',
  'fonction-manquante': 'Indiquez votre fonction.',
  'deja-suspendues': 'Les relances de cette demande sont déjà suspendues.',
  'non-suspendues': 'Les relances de cette demande ne sont pas suspendues.',
} as const satisfies Record<string, string>
export type CodeDeRefus = keyof typeof REFUS_DES_TACHES

/** Why something is not possible now. */
export interface RefusDeTache {
  readonly code: CodeDeRefus
}

const refuser = (code: CodeDeRefus): RefusDeTache => ({ code })

/** Why a request no longer waits for anything, or null while it does. */
export function refusSiFinie(etat: EtatDeTache): RefusDeTache | null {
  switch (etat) {
    case 'demandee':
      return null
    case 'repondue':
      return refuser('deja-repondue')
    case 'annulee':
      return refuser('deja-annulee')
  }
}

/** Why a reminder of this level cannot be made, or null: it never becomes lighter. */
export function refusDeRelancer(
  etat: EtatDeTache,
  faites: readonly NiveauDeRelance[],
  niveau: NiveauDeRelance,
): RefusDeTache | null {
  const finie = refusSiFinie(etat)
  if (finie !== null) return finie
  const rang = (n: NiveauDeRelance): number => NIVEAUX_DE_RELANCE.indexOf(n)
  return faites.some((n) => rang(n) > rang(niveau)) ? refuser('niveau-depasse') : null
}

/** Why the chase of a request cannot be held back, or null. */
export const refusDeSuspendre = (etat: EtatDeTache, estSuspendue: boolean): RefusDeTache | null =>
  refusSiFinie(etat) ?? (estSuspendue ? refuser('deja-suspendues') : null)

/** Why it cannot go on again, or null. */
export const refusDeReprendre = (etat: EtatDeTache, estSuspendue: boolean): RefusDeTache | null =>
  refusSiFinie(etat) ?? (estSuspendue ? null : refuser('non-suspendues'))

/** Why a day cannot be wanted, or null. Days 'YYYY-MM-DD'. */
export function refusDuJour(pourLe: string, aujourdHui: string, dansUnAn: string): RefusDeTache | null {
  if (pourLe < aujourdHui) return refuser('jour-passe')
  return pourLe > dansUnAn ? refuser('jour-trop-loin') : null
}

/** Why nothing may be asked of a structure, or null. `structure`: undefined when it is not of the establishment. */
export function refusDeLaStructure(
  structure: { readonly fermeLe: string | null } | undefined,
): RefusDeTache | null {
  if (structure === undefined) return refuser('structure-inconnue')
  return structure.fermeLe === null ? null : refuser('structure-fermee')
}

export interface ReponseEcrite {
  readonly nom: string
  readonly fonction: string
  /** the general text */
  readonly reponse: string
  /** by subject */
  readonly reponses: Readonly<Record<string, string>>
}

const estVide = (texte: string | undefined): boolean => texte === undefined || texte.trim() === ''

/** By field, why an answer is not ready to be sent; empty when it is. What was only read needs no text. */
export function refusDEnvoyer(
  nature: NatureDeTache,
  ecrite: ReponseEcrite,
): Partial<Record<'nom' | 'fonction' | 'reponse', RefusDeTache>> {
  const muette = estVide(ecrite.reponse) && Object.values(ecrite.reponses).every(estVide)
  return {
    ...(estVide(ecrite.nom) ? { nom: refuser('nom-manquant') } : {}),
    ...(estVide(ecrite.fonction) ? { fonction: refuser('fonction-manquante') } : {}),
    ...(nature === 'explications' && muette ? { reponse: refuser('sans-objet') } : {}),
  }
}

/** The subjects left without an answer: shown before sending, they stop nothing. */
export function sujetsSansReponse<S extends { readonly sujetId: string }>(
  sujets: readonly S[],
  reponses: Readonly<Record<string, string>>,
): S[] {
  return sujets.filter(({ sujetId }) => estVide(reponses[sujetId]))
}
