/** What a field of a letter may hold: text (line breaks kept), a condition, or a list of lines of fields. */
export type Valeur = string | boolean | readonly Champs[]
/** Declare the fields of a template as a `type`, not an `interface`. */
export type Champs = { readonly [nom: string]: Valeur }

export interface BaliseDeTexte {
  readonly nature: 'texte'
  readonly libelle: string
  /** the letter may be made without it; it may then frame what is only said when it has a value: {#x}…{x}…{/x} */
  readonly facultative?: true
  /** a template without it is refused: a mention the law asks for */
  readonly exigee?: true
  /** the text of the law itself, given by the application: it stays word for word in what is sent; says where it comes from */
  readonly texteLegal?: string
}
export interface BaliseDeCondition {
  readonly nature: 'condition'
  readonly libelle: string
}
export interface BaliseDeBoucle {
  readonly nature: 'boucle'
  readonly libelle: string
  readonly enfants: Readonly<Record<string, BaliseDeTexte>>
  readonly facultative?: true
  readonly exigee?: true
}
export type BaliseDeclaree = BaliseDeTexte | BaliseDeCondition | BaliseDeBoucle

type BaliseDe<V> = V extends string
  ? BaliseDeTexte
  : V extends boolean
    ? BaliseDeCondition
    : V extends readonly (infer E)[]
      ? BaliseDeBoucle & { readonly enfants: { readonly [K in keyof E]: BaliseDeTexte } }
      : never

/** The description of each field, of the nature its value asks for. */
export type BalisesDe<C extends Champs> = { readonly [K in keyof C]: BaliseDe<C[K]> }

/** A field as the settings screen shows it and as a template is checked against. */
export interface Balise {
  readonly nom: string
  readonly libelle: string
  readonly nature: 'texte' | 'boucle' | 'condition'
  readonly exemple: string
  readonly facultative: boolean
  readonly exigee: boolean
  /** article of a text that stays word for word, null for an ordinary field */
  readonly texteLegal: string | null
  readonly enfants: readonly Balise[]
}

type Options = { readonly facultative?: true; readonly exigee?: true }

export const texteDe = (libelle: string, options: Options = {}): BaliseDeTexte => ({
  nature: 'texte',
  libelle,
  ...options,
})
/** A sentence the law asks for, word for word, under this article: every template has it, every version keeps it. */
export const texteLegal = (libelle: string, article: string): BaliseDeTexte => ({
  nature: 'texte',
  libelle,
  exigee: true,
  texteLegal: article,
})
export const condition = (libelle: string): BaliseDeCondition => ({ nature: 'condition', libelle })
export const boucle = <E extends Readonly<Record<string, BaliseDeTexte>>>(
  libelle: string,
  enfants: E,
  options: Options = {},
): BaliseDeBoucle & { readonly enfants: E } => ({ nature: 'boucle', libelle, enfants, ...options })

/** Fields in the order they were declared, each with its example in words. */
export function listerBalises(
  declarees: Readonly<Record<string, BaliseDeclaree>>,
  exemple: Champs,
): readonly Balise[] {
  return Object.entries(declarees).map(([nom, declaree]) => {
    const valeur = exemple[nom]
    return {
      nom,
      libelle: declaree.libelle,
      nature: declaree.nature,
      exemple: exempleEnMots(valeur),
      facultative: 'facultative' in declaree && declaree.facultative === true,
      exigee: 'exigee' in declaree && declaree.exigee === true,
      texteLegal: ('texteLegal' in declaree ? declaree.texteLegal : undefined) ?? null,
      enfants: declaree.nature === 'boucle' ? listerBalises(declaree.enfants, premierDe(valeur)) : [],
    }
  })
}

const premierDe = (valeur: Valeur | undefined): Champs =>
  typeof valeur === 'object' ? (valeur[0] ?? {}) : {}

function exempleEnMots(valeur: Valeur | undefined): string {
  if (valeur === undefined) return ''
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'string') return valeur
  return valeur.map((champs) => Object.values(champs).map(exempleEnMots).join(' ')).join(' / ')
}

/** Labels of the fields that must have a value and have none; empty when the letter can be made. */
export function valeursManquantes(balises: readonly Balise[], donnees: Champs): readonly string[] {
  return balises.flatMap((balise) => {
    const valeur = donnees[balise.nom]
    if (balise.nature === 'condition') return typeof valeur === 'boolean' ? [] : [balise.libelle]
    if (estVide(valeur)) return balise.facultative ? [] : [balise.libelle]
    if (typeof valeur !== 'object') return []
    const dedans = valeur.flatMap((champs) => valeursManquantes(balise.enfants, champs))
    return [...new Set(dedans)].map((libelle) => `${balise.libelle}, ${libelle}`)
  })
}

const estVide = (valeur: Valeur | undefined): boolean =>
  valeur === undefined ||
  (typeof valeur === 'string' ? valeur.trim() === '' : valeur === false || !contient(valeur))

const contient = (valeur: boolean | readonly Champs[]): boolean =>
  valeur === true || (valeur !== false && valeur.length > 0)
