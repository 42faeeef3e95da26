import type { TypeDeDossier } from './domain/definition.ts'
import type { Ecriture } from './ecriture.ts'
import type { FeuilleDExport } from './feuilles.ts'
import type { DossierVerrouille } from './store.ts'

/** The types of dossier of this installation, by code. Built once by the composition root. */
export interface RegistreDesTypes {
  readonly types: readonly TypeDeDossier[]
  obtenir(code: string): TypeDeDossier
}

/** Throws when two types share a code or a prefix: their numbers would collide. `obtenir` throws on an unknown code. */
export function creerRegistreDesTypes(types: readonly TypeDeDossier[]): RegistreDesTypes {
  for (const cle of ['code', 'prefixe'] as const) {
    if (new Set(types.map((t) => t[cle])).size !== types.length)
      throw new Error(`Two case types share a ${cle}`)
  }
  const parCode = new Map(types.map((type) => [type.code, type]))
  return {
    types,
    obtenir(code) {
      const type = parCode.get(code)
      if (type === undefined) throw new Error(`Unknown case type: ${code}`)
      return type
    },
  }
}

/** A fact whose day was corrected, and by which fact. */
export interface Rectification {
  readonly dossierId: string
  /** of the dossier */
  readonly type: string
  readonly code: string
  /** of the fact, carried over by the correction */
  readonly details: unknown
  readonly faitId: string
  readonly nouveauFaitId: string
  readonly survenuLe: string
  readonly motif: string
}

/** The day of a fact was corrected: called in the same transaction, by whoever keeps that day elsewhere. Throws to refuse. */
export type FaitRectifie = (e: Ecriture, rectification: Rectification) => Promise<void>

/**
 * A dossier was opened from another one: called in the same transaction, by the type of that other one, which is locked.
 * Throws to refuse.
 */
export type DossierIssu = (
  e: Ecriture,
  issu: {
    readonly origine: DossierVerrouille
    readonly id: string
    readonly numero: string
    readonly type: TypeDeDossier
  },
) => Promise<void>

/** What every operation on dossiers needs from the composition root. */
export interface DependancesDesDossiers {
  readonly registre: RegistreDesTypes
  /** whether a role holds a permission, over all modules */
  readonly peut: (role: string, permission: string) => boolean
  readonly faitRectifie: FaitRectifie
  /** by type: those another dossier may be opened from */
  readonly issus: Readonly<Record<string, DossierIssu>>
  /** ways to export lists that case types add */
  readonly feuilles: readonly FeuilleDExport[]
}
