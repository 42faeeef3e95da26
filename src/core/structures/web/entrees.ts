import { lazy } from 'react'

// Lent to the accounts screen: fetched with it, not with the first screen.
export const ChampDesStructures = lazy(async () => ({
  default: (await import('./champ-des-structures.tsx')).ChampDesStructures,
}))

// Opened over a form of another module: fetched when it opens.
export const FicheCorrespondant = lazy(async () => ({
  default: (await import('./fiche-correspondant.tsx')).FicheCorrespondant,
}))
