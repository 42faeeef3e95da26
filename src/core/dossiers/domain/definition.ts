import type { CodeDeRegle } from '#core/echeances/domain/regles/regle.ts'

/** Why something is not possible now: a code the screen words. */
export interface Refus {
  readonly code: string
}

/** What a guard looks at: the state and the facts that stand. */
export interface SituationDuDossier<Etat extends string = string> {
  readonly etat: Etat
  readonly faits: readonly { readonly code: string; readonly survenuLe: string }[]
}

/** A step that needs nothing but a click. What asks for more (a letter, a date) is a command of the module. */
export interface Transition<Etat extends string, Permission extends string> {
  readonly depuis: readonly Etat[]
  readonly vers: Etat
  /** where it leads when that depends on what happened, in place of `vers` */
  versSelon?(situation: SituationDuDossier<Etat>): Etat
  readonly libelle: string
  readonly permission: Permission
  /** the fact recorded when it is taken */
  readonly fait: string
  garde?(situation: SituationDuDossier<Etat>): Refus | null
}

/** How a fact is worded, whether its day may be corrected with a reason, and who reads what it says. */
export interface FaitDeclare {
  readonly libelle: string
  readonly rectifiable: boolean
  /** wording once it is said never to have happened */
  readonly libelleAnnule?: string
  /** permission that shows the matter itself: without it, only the fact and its day are told */
  readonly detailsPour?: string
}

/** The procedure of a type of dossier, on one page. */
export interface TypeDeDossier<Etat extends string = string, Permission extends string = string> {
  readonly code: string
  readonly libelle: string
  readonly pluriel: string
  /** three capitals: REC-2026-00042 */
  readonly prefixe: string
  readonly etats: Readonly<Record<Etat, { readonly libelle: string; readonly final: boolean }>>
  readonly etatInitial: Etat
  readonly transitions: Readonly<Record<string, Transition<Etat, Permission>>>
  /** rules whose triggers its facts may be */
  readonly regles: readonly CodeDeRegle[]
  readonly faits: Readonly<Record<string, FaitDeclare>>
  /** fact that fixes the day of receipt, by the code under which it was recorded */
  readonly faitsDeReception: readonly string[]
  /** why someone may not be removed now, beside what the spine refuses; `estLeDernier` in that role */
  refusDeRetirer?(
    situation: SituationDuDossier,
    personne: { readonly role: string; readonly estLeDernier: boolean },
  ): Refus | null
  /** sentence of each refusal its guards may answer */
  readonly refus: Readonly<Record<string, string>>
}

/**
 * Declares a type of dossier. Both type arguments are explicit: a state or a permission that does not exist is a
 * compile error, which inference would let through.
 */
export function definirTypeDeDossier<Etat extends string, Permission extends string>() {
  return (definition: TypeDeDossier<Etat, Permission>): TypeDeDossier<Etat, Permission> => definition
}

/** Facts any dossier may carry. */
export const FAITS_COMMUNS = {
  'dossier-ouvert': { libelle: 'Dossier ouvert', rectifiable: false },
  'dossier-assigne': { libelle: 'Dossier attribué', rectifiable: false },
  'note-ajoutee': { libelle: 'Note', rectifiable: false },
  'recit-complete': { libelle: 'Récit complété', rectifiable: false },
  'personne-ajoutee': { libelle: 'Personne ajoutée', rectifiable: false },
  'personne-retiree': { libelle: 'Personne retirée', rectifiable: false, detailsPour: 'personnes.consulter' },
  'personne-fusionnee': { libelle: 'Fiches d’une même personne réunies', rectifiable: false },
  'fusion-annulee': { libelle: 'Fiches de nouveau séparées', rectifiable: false },
  'auteur-inconnu': { libelle: 'Auteur inconnu', rectifiable: false },
  'auteur-connu': { libelle: 'Auteur connu', rectifiable: false },
  'dossier-lie': { libelle: 'Dossier lié', rectifiable: false },
  'affaire-jointe': {
    libelle: 'Rattaché à une affaire',
    rectifiable: false,
    detailsPour: 'affaires.consulter',
  },
  'affaire-quittee': {
    libelle: 'Retiré d’une affaire',
    rectifiable: false,
    detailsPour: 'affaires.consulter',
  },
  'conflit-declare': {
    libelle: 'Conflit d’intérêts déclaré',
    rectifiable: false,
    detailsPour: 'dossiers.modifier',
  },
  'conflit-leve': {
    libelle: 'Conflit d’intérêts levé',
    rectifiable: false,
    detailsPour: 'dossiers.modifier',
  },
  'services-modifies': { libelle: 'Services concernés modifiés', rectifiable: false },
  'classe-changee': {
    libelle: 'Niveau de protection changé',
    rectifiable: false,
    detailsPour: 'dossiers.modifier',
  },
  'priorite-changee': { libelle: 'Priorité changée', rectifiable: false },
  'tache-demandee': {
    libelle: 'Explications demandées',
    rectifiable: false,
    detailsPour: 'taches.consulter',
  },
  'tache-relancee': { libelle: 'Service relancé', rectifiable: false, detailsPour: 'taches.consulter' },
  'tache-repondue': { libelle: 'Réponse du service', rectifiable: false, detailsPour: 'taches.consulter' },
  'relances-suspendues': {
    libelle: 'Relances automatiques suspendues',
    rectifiable: false,
    detailsPour: 'taches.consulter',
  },
  'relances-reprises': {
    libelle: 'Relances automatiques reprises',
    rectifiable: false,
    detailsPour: 'taches.consulter',
  },
  'tache-annulee': { libelle: 'Demande annulée', rectifiable: false, detailsPour: 'taches.consulter' },
  'courrier-corrige': { libelle: 'Courrier corrigé', rectifiable: false, detailsPour: 'courriers.consulter' },
  'visa-demande': { libelle: 'Visa demandé', rectifiable: false, detailsPour: 'courriers.consulter' },
  'visa-donne': { libelle: 'Visa donné', rectifiable: false, detailsPour: 'courriers.consulter' },
  'visa-refuse': {
    libelle: 'Courrier rendu à corriger',
    rectifiable: false,
    detailsPour: 'courriers.consulter',
  },
  'courrier-signe': { libelle: 'Courrier signé', rectifiable: false },
  'courrier-envoye': { libelle: 'Courrier envoyé', rectifiable: true },
  'courrier-abandonne': {
    libelle: 'Courrier abandonné',
    rectifiable: false,
    detailsPour: 'courriers.consulter',
  },
  'recommande-depose': { libelle: 'Recommandé déposé au bureau de poste', rectifiable: false },
  'recommande-avise': { libelle: 'Avis de passage laissé pour le recommandé', rectifiable: false },
  'recommande-distribue': { libelle: 'Recommandé distribué', rectifiable: false },
  'recommande-retourne': { libelle: 'Recommandé revenu à l’expéditeur', rectifiable: false },
} as const satisfies Readonly<Record<string, FaitDeclare>>

function declarationDe(type: TypeDeDossier, code: string): FaitDeclare | undefined {
  const communs: Readonly<Record<string, FaitDeclare>> = FAITS_COMMUNS
  return type.faits[code] ?? communs[code]
}

/** Whether the day of a fact may be corrected with a reason. */
export const estRectifiable = (type: TypeDeDossier, code: string): boolean =>
  declarationDe(type, code)?.rectifiable === true

/** A fact recorded to say that the one it corrects never happened. */
export const estAnnule = (details: unknown): boolean => Object(details).annule === true

/** Whether whoever holds these permissions reads what a fact says, beside that it happened and when. */
export function peutLireLeDetail(
  type: TypeDeDossier,
  code: string,
  peut: (permission: string) => boolean,
): boolean {
  const pour = declarationDe(type, code)?.detailsPour
  return pour === undefined || peut(pour)
}

/** What a detail of the fact makes more precise: its `niveau` or its `nature`. */
const NUANCES: Readonly<Record<string, string>> = {
  'priorite-changee/normale': 'Priorité : normale',
  'priorite-changee/haute': 'Priorité : haute',
  'priorite-changee/urgente': 'Priorité : urgente',
  'tache-demandee/restitution': 'Conclusions transmises au service',
  'tache-relancee/rappel': 'Rappel adressé au service',
  'tache-relancee/relance': 'Relance adressée au service',
  'tache-relancee/hierarchie': 'Relance adressée à la hiérarchie du service',
  'tache-repondue/restitution': 'Conclusions lues par le service',
}

/** Wording of a fact for a type, the code itself when a later version no longer knows it. */
export function libelleDuFait(
  type: TypeDeDossier,
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): string {
  const declare = declarationDe(type, code)
  if (estAnnule(details) && declare?.libelleAnnule !== undefined) return declare.libelleAnnule
  const nuance = NUANCES[`${code}/${details['niveau']}`] ?? NUANCES[`${code}/${details['nature']}`]
  return type.faits[code]?.libelle ?? nuance ?? declare?.libelle ?? code
}

export type SituationDEtape = 'franchie' | 'courante' | 'a-venir'

/** The states in the order of the definition, as steps: what is behind, where the dossier is, what is ahead. */
export function etapesDe(
  type: TypeDeDossier,
  etat: string,
): { etat: string; libelle: string; situation: SituationDEtape }[] {
  const codes = Object.keys(type.etats)
  const ici = codes.indexOf(etat)
  return codes.map((code, rang) => ({
    etat: code,
    libelle: type.etats[code]?.libelle ?? code,
    situation: rang < ici ? 'franchie' : rang === ici ? 'courante' : 'a-venir',
  }))
}
