import { createContext, useContext } from 'react'
import type { TroncVu } from '../contract.ts'

/** The dossier a page shows, for the parts it is made of. */
export interface DossierAffiche {
  readonly tronc: TroncVu
  /** reads the page again after a write */
  readonly rafraichir: () => Promise<void>
}

export const DossierContext = createContext<DossierAffiche | null>(null)

/** Only inside a `PageDeDossier`: throws elsewhere. */
export function useDossier(): DossierAffiche {
  const dossier = useContext(DossierContext)
  if (dossier === null) throw new Error('useDossier outside of PageDeDossier')
  return dossier
}
