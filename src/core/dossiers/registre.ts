import type { TypeDeDossier } from './domain/definition.ts'

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

/** What every operation on dossiers needs from the composition root. */
export interface DependancesDesDossiers {
  readonly registre: RegistreDesTypes
  /** whether a role holds a permission, over all modules */
  readonly peut: (role: string, permission: string) => boolean
}
