import { lazy } from 'react'

// Lent to the accounts screen: fetched with it, not with the first screen.
export const ChampDesStructures = lazy(async () => ({
  default: (await import('./champ-des-structures.tsx')).ChampDesStructures,
}))
