import type { DependancesDesDossiers } from '#core/dossiers/index.ts'
import { lier } from '#core/journal/index.ts'
import { contract } from '../contract.ts'
import { obtenirAccueil } from './queries/obtenir-accueil.ts'

export const routes = (d: DependancesDesDossiers) =>
  lier('tableau-de-bord', contract, { obtenirAccueil: obtenirAccueil(d) })
