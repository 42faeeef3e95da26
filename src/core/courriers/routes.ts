import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { deposerModele } from './deposer-modele.ts'
import { essayerModele } from './essayer-modele.ts'
import { listerModeles } from './lister-modeles.ts'
import { retirerModele } from './retirer-modele.ts'
import { telechargerModele } from './telecharger-modele.ts'

/** The operations on templates of letters, ready for the server. */
export const routesDesCourriers = (d: DependancesDesCourriers) =>
  lier('courriers', contract, {
    listerModeles: listerModeles(d),
    deposerModele: outsideTransaction(deposerModele(d)),
    telechargerModele: outsideTransaction(telechargerModele(d)),
    essayerModele: outsideTransaction(essayerModele(d)),
    retirerModele: retirerModele(d),
  })
