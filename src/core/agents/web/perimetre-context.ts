import { type ComponentType, createContext, useContext } from 'react'

export interface ChampDePerimetreProps {
  readonly id: string
  readonly label: string
  readonly error: string | undefined
  readonly value: readonly string[]
  readonly onChange: (structures: readonly string[]) => void
}

const SansChamp = (): null => null

/** The field that chooses structures, lent by the module of structures: this one comes before it in core's order. */
export const PerimetreContext = createContext<ComponentType<ChampDePerimetreProps>>(SansChamp)

export const usePerimetre = (): ComponentType<ChampDePerimetreProps> => useContext(PerimetreContext)
