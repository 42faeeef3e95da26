import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { contract } from '../contract.ts'
import { accuserReception } from './commands/accuser-reception.ts'
import { classerSansReponse } from './commands/classer-sans-reponse.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { noterEnregistrement } from './commands/noter-enregistrement.ts'
import { noterReponse } from './commands/noter-reponse.ts'
import { remettreCopie } from './commands/remettre-copie.ts'
import { imprimerCopie } from './queries/imprimer-copie.ts'
import { type DependancesDeLecture, obtenir } from './queries/obtenir.ts'

export const routes = (d: DependancesDeLecture) =>
  lier('reclamations', contract, {
    enregistrer,
    obtenir: obtenir(d),
    accuserReception: outsideTransaction(accuserReception(d.courriers)),
    noterEnregistrement,
    noterReponse,
    imprimerCopie: outsideTransaction(imprimerCopie),
    remettreCopie,
    classerSansReponse,
  })
