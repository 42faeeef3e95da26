import { createContext, useContext } from 'react'
import type { GesteDeLot } from './executer-en-lot.ts'

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
  /** Does it to one dossier. Throws when the server refuses and nothing was done. */
  readonly executer: GesteDeLot
}

/** Actions of this installation beside those of the lists themselves. */
export const ActionsDeLotContext = createContext<readonly ActionDeLot[]>([])
export const useActionsDeLot = (): readonly ActionDeLot[] => useContext(ActionsDeLotContext)
