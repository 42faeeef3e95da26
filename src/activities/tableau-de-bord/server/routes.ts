import type { DependancesDesDossiers } from '#core/dossiers/index.ts'
import { lier } from '#core/journal/index.ts'
import { contract } from '../contract.ts'
import { listerRemplacements } from './queries/lister-remplacements.ts'
import { obtenirAccueil } from './queries/obtenir-accueil.ts'
import { obtenirAccueilDuService } from './queries/obtenir-accueil-du-service.ts'

export const routes = (d: DependancesDesDossiers) =>
  lier('tableau-de-bord', contract, {
    obtenirAccueil: obtenirAccueil(d),
    obtenirAccueilDuService,
    listerRemplacements: listerRemplacements(d),
  })
