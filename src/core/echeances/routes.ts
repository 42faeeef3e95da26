import { lier } from '#core/journal/index.ts'
import { contract } from './contract.ts'
import { listerReglages } from './lister-reglages.ts'
import { regler } from './regler.ts'

export const routesDesEcheances = lier('echeances', contract, { listerReglages, regler })
