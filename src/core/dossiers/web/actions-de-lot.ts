import { createContext, useContext } from 'react'
import type { LigneDeDossier } from '../contract.ts'

/** Something one may do to several dossiers of a list. Other modules give theirs through the composition root. */
export interface ActionDeLot {
  readonly code: string
  readonly libelle: string
  readonly permission: string
  /** what will happen, asked before */
  readonly question: (nombre: number) => {
    readonly title: string
    readonly text: string
    readonly action: string
  }
  /** what is told of the dossiers it was done to: « relancés » */
  readonly fait: string
  /** Does it to one dossier: null, or why not, in words. Throws when the server refuses. */
  readonly executer: (dossier: LigneDeDossier) => Promise<string | null>
}

/** Actions of this installation beside those of the lists themselves. */
export const ActionsDeLotContext = createContext<readonly ActionDeLot[]>([])
export const useActionsDeLot = (): readonly ActionDeLot[] => useContext(ActionsDeLotContext)
