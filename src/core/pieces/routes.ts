import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { apercevoir } from './apercevoir.ts'
import { contract } from './contract.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { deposer } from './deposer.ts'
import { lister } from './lister.ts'
import { relire } from './relire.ts'
import { retirerDepot } from './retirer-depot.ts'
import { telecharger } from './telecharger.ts'

/** The operations on pieces, ready for the server. */
export const routesDesPieces = (d: DependancesDesPieces) =>
  lier('pieces', contract, {
    deposer: outsideTransaction(deposer(d)),
    lister,
    relire,
    telecharger: outsideTransaction(telecharger(d)),
    apercevoir: outsideTransaction(apercevoir(d)),
    retirerDepot: outsideTransaction(retirerDepot(d)),
  })
