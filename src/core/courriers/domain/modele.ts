import type { Balise, BaliseDeclaree, BalisesDe, Champs } from './balise.ts'
import { listerBalises } from './balise.ts'

/** Whether someone approves a letter before it is signed. */
export const EXIGENCES_DE_VISA = ['requis', 'facultatif', 'aucun'] as const
export type ExigenceDeVisa = (typeof EXIGENCES_DE_VISA)[number]
/** Whether a signatory signs it. */
export const EXIGENCES_DE_SIGNATURE = ['requise', 'facultative', 'aucune'] as const
export type ExigenceDeSignature = (typeof EXIGENCES_DE_SIGNATURE)[number]

/** A letter the application can make: its fields and the text it is shipped with. Written once, beside its case type. */
export interface ModeleDeCourrier<C extends object = object> {
  /** 'reclamations.accuse-reception' */
  readonly code: string
  readonly libelle: string
  /** when this letter is sent, in a sentence */
  readonly description: string
  readonly balises: readonly Balise[]
  readonly exemple: C
  readonly visa: ExigenceDeVisa
  readonly signature: ExigenceDeSignature
  /** the .docx shipped with the application, built by code: nothing binary is kept with the sources */
  contenuParDefaut(): Uint8Array
}

export interface DefinitionDeModele<C extends Champs> {
  readonly code: string
  readonly libelle: string
  readonly description: string
  /** one entry per field: a field without its description does not compile */
  readonly balises: BalisesDe<C>
  readonly exemple: C
  /** `aucun` when not told */
  readonly visa?: ExigenceDeVisa
  /** `facultative` when not told */
  readonly signature?: ExigenceDeSignature
  readonly contenuParDefaut: () => Uint8Array
}

/** Declares a template; its fields are the properties of `C`, which a letter must then give one by one. */
export function definirModele<C extends Champs>(definition: DefinitionDeModele<C>): ModeleDeCourrier<C> {
  const declarees: Readonly<Record<string, BaliseDeclaree>> = definition.balises
  return {
    visa: 'aucun',
    signature: 'facultative',
    ...definition,
    balises: listerBalises(declarees, definition.exemple),
  }
}

/** Every template of the installation, by code. */
export interface RegistreDesModeles {
  readonly modeles: readonly ModeleDeCourrier[]
  trouver(code: string): ModeleDeCourrier | null
}

/** Built once by the composition root. Throws when two templates share a code. */
export function creerRegistreDesModeles(modeles: readonly ModeleDeCourrier[]): RegistreDesModeles {
  const parCode = new Map(modeles.map((modele) => [modele.code, modele]))
  if (parCode.size !== modeles.length) throw new Error('Two templates share a code')
  return { modeles, trouver: (code) => parCode.get(code) ?? null }
}
