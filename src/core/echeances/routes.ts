import { lier } from '#core/journal/index.ts'
import { contract } from './contract.ts'
import { listerReglages } from './lister-reglages.ts'
import { type DependancesDesEcheances, regler } from './regler.ts'

export const routesDesEcheances = (d: DependancesDesEcheances) =>
  lier('echeances', contract, { listerReglages, regler: regler(d) })
