import { lazy } from 'react'

// Screens seen before the application: each is fetched only by those who need it.
export const Connexion = lazy(async () => ({ default: (await import('./connexion.tsx')).Connexion }))
export const Installation = lazy(async () => ({ default: (await import('./installation.tsx')).Installation }))
export const MotDePasseImpose = lazy(async () => ({
  default: (await import('./mot-de-passe-impose.tsx')).MotDePasseImpose,
}))
