import type { DependancesDesDossiers } from '#core/dossiers/index.ts'
import { lier } from '#core/journal/index.ts'
import { contract } from '../contract.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { modifier } from './commands/modifier.ts'
import { prevoir } from './commands/prevoir.ts'
import { terminer } from './commands/terminer.ts'
import { listerPrecedents } from './queries/lister-precedents.ts'
import { obtenir } from './queries/obtenir.ts'
import { telechargerRendezVous } from './queries/telecharger-rendez-vous.ts'

export const routes = ({ dossiers }: { readonly dossiers: DependancesDesDossiers }) =>
  lier('contacts', contract, {
    enregistrer,
    obtenir: obtenir(dossiers),
    listerPrecedents: listerPrecedents(dossiers),
    modifier,
    prevoir,
    terminer,
    telechargerRendezVous,
  })
