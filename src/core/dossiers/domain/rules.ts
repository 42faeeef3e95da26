import {
  estAnnule,
  estRectifiable,
  type Refus,
  type SituationDuDossier,
  type TypeDeDossier,
} from './definition.ts'

export const REFUS_COMMUNS = {
  'transition-inconnue': 'Cette étape n’existe pas pour ce type de dossier.',
  'transition-interdite': 'Cette étape n’est pas possible dans l’état actuel du dossier.',
  'permission-manquante': 'Votre rôle ne permet pas cette étape.',
  'fait-non-rectifiable': 'Cette date ne se corrige pas : elle vient du système.',
  'fait-annule': 'Cela n’a pas eu lieu : il n’y a pas de date à corriger.',
  'fait-deja-rectifie': 'Cette date a déjà été corrigée : corrigez la dernière version.',
  'date-dans-l-avenir': 'Cette date est dans l’avenir.',
  'avant-la-reception': 'Ce jour précède la réception du dossier.',
  'apres-une-suite':
    'Ce jour est postérieur à une étape déjà enregistrée du dossier (un envoi, une remise) : corrigez d’abord celle-ci.',
  'date-identique': 'C’est déjà la date enregistrée.',
  'assignation-hors-de-vue':
    'Ce dossier est protégé : une fois rendu, vous ne le verriez plus. Demandez au responsable de le confier à quelqu’un d’autre.',
  'lien-vers-soi': 'Un dossier ne se lie pas à lui-même.',
  'deja-lies': 'Ces deux dossiers sont déjà liés : retirez d’abord ce lien pour en changer la nature.',
  'conflit-avec-soi':
    'Déclarez ce conflit à un collègue : vous ne pouvez pas vous retirer vous-même le dossier.',
} as const satisfies Record<string, string>
export type RefusCommun = keyof typeof REFUS_COMMUNS

const refuser = (code: RefusCommun): Refus => ({ code })

/** Why a transition cannot be taken now, or null. */
export function refusDeTransition(
  type: TypeDeDossier,
  code: string,
  situation: SituationDuDossier,
  peut: (permission: string) => boolean,
): Refus | null {
  const transition = Object.hasOwn(type.transitions, code) ? type.transitions[code] : undefined
  if (transition === undefined) return refuser('transition-inconnue')
  if (!transition.depuis.includes(situation.etat)) return refuser('transition-interdite')
  if (!peut(transition.permission)) return refuser('permission-manquante')
  return transition.garde?.(situation) ?? null
}

/** Why the day of a fact cannot be corrected, or null. */
export function refusDeRectifier(
  type: TypeDeDossier,
  fait: {
    readonly code: string
    readonly survenuLe: string
    readonly estRectifie: boolean
    readonly details?: unknown
  },
  nouveauJour: string | null,
  aujourdHui: string,
): Refus | null {
  if (!estRectifiable(type, fait.code)) return refuser('fait-non-rectifiable')
  if (estAnnule(fait.details)) return refuser('fait-annule')
  if (fait.estRectifie) return refuser('fait-deja-rectifie')
  if (nouveauJour === null) return null
  if (nouveauJour > aujourdHui) return refuser('date-dans-l-avenir')
  return nouveauJour === fait.survenuLe ? refuser('date-identique') : null
}

/** Why someone cannot be removed from a dossier, or null. `personnes`: everyone in it, with their role. */
export function refusDeRetirer(
  type: TypeDeDossier,
  situation: SituationDuDossier,
  { role, personnes }: { readonly role: string; readonly personnes: readonly { readonly role: string }[] },
): Refus | null {
  const estLeDernier = personnes.filter((p) => p.role === role).length === 1
  return type.refusDeRetirer?.(situation, { role, estLeDernier }) ?? null
}

interface FaitDate {
  readonly id: string
  readonly code: string
  readonly survenuLe: string
  readonly rectifie: string | null
  readonly details?: unknown
}

/**
 * Why a corrected day would contradict the rest of the dossier, or null: nothing the hospital did comes before the
 * receipt. Only the facts that stand and whose day someone entered are compared; what already came before a receipt does
 * not hold it back, its correction did not make it so.
 */
export function refusDIncoherence(
  type: TypeDeDossier,
  faits: readonly FaitDate[],
  corrige: FaitDate,
  nouveauJour: string,
): Refus | null {
  const remplaces = new Set(faits.map((f) => f.rectifie))
  const autres = faits.filter(
    (f) =>
      f.id !== corrige.id && !remplaces.has(f.id) && !estAnnule(f.details) && estRectifiable(type, f.code),
  )
  const estReception = (code: string): boolean => type.faitsDeReception.includes(code)
  if (estReception(corrige.code)) {
    const suites = autres.filter((f) => !estReception(f.code) && f.survenuLe >= corrige.survenuLe)
    return suites.some((f) => f.survenuLe < nouveauJour) ? refuser('apres-une-suite') : null
  }
  return autres.some((f) => estReception(f.code) && f.survenuLe > nouveauJour)
    ? refuser('avant-la-reception')
    : null
}

/** Sentence of a refusal: the type's own wording first. */
export function messageDeRefus(type: TypeDeDossier, refus: Refus): string {
  const communs: Readonly<Record<string, string>> = REFUS_COMMUNS
  return type.refus[refus.code] ?? communs[refus.code] ?? refus.code
}
