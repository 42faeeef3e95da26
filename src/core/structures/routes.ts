import { lier } from '#core/journal/index.ts'
import { contract } from './contract.ts'
import { creer } from './creer.ts'
import { creerCorrespondant } from './creer-correspondant.ts'
import type { DependancesDesStructures } from './dependances.ts'
import { lister } from './lister.ts'
import { listerCorrespondants } from './lister-correspondants.ts'
import { modifier } from './modifier.ts'
import { modifierCorrespondant } from './modifier-correspondant.ts'
import { modifierEtablissement } from './modifier-etablissement.ts'
import { consulterEtablissement } from './obtenir-etablissement.ts'

export const routesDesStructures = (d: DependancesDesStructures) =>
  lier('structures', contract, {
    lister,
    creer,
    modifier,
    obtenirEtablissement: consulterEtablissement(d),
    modifierEtablissement: modifierEtablissement(d),
    listerCorrespondants,
    creerCorrespondant,
    modifierCorrespondant,
  })
