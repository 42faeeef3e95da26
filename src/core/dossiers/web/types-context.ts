import { createContext, useCallback, useContext } from 'react'
import { cheminParIdentifiant } from './paths.ts'
import type { TypeWeb } from './type-web.ts'

/** Case types of this installation, given by the composition root: core does not know them. */
export const TypesContext = createContext<readonly TypeWeb[]>([])

export const useTypesWeb = (): readonly TypeWeb[] => useContext(TypesContext)

/** Address of a dossier from its type; an unknown type goes through the page that looks it up. */
export function useCheminDuDossier(): (type: string, id: string) => string {
  const types = useTypesWeb()
  return useCallback(
    (type, id) => types.find(({ code }) => code === type)?.chemin(id) ?? cheminParIdentifiant(id),
    [types],
  )
}
