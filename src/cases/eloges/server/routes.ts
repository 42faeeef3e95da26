import type { DependancesDesDossiers } from '#core/dossiers/index.ts'
import { lier } from '#core/journal/index.ts'
import { contract } from '../contract.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { obtenir } from './queries/obtenir.ts'

export const routes = ({ dossiers }: { readonly dossiers: DependancesDesDossiers }) =>
  lier('eloges', contract, { enregistrer: enregistrer(dossiers), obtenir: obtenir(dossiers) })
