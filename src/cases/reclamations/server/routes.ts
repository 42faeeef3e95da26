import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { contract } from '../contract.ts'
import { abandonnerTransmission } from './commands/abandonner-transmission.ts'
import { accuserReception } from './commands/accuser-reception.ts'
import { classerSansReponse } from './commands/classer-sans-reponse.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { joindre } from './commands/joindre.ts'
import { noterDepart } from './commands/noter-depart.ts'
import { noterEnregistrement } from './commands/noter-enregistrement.ts'
import { noterEnvoi } from './commands/noter-envoi.ts'
import { noterExplications } from './commands/noter-explications.ts'
import { noterProvenance } from './commands/noter-provenance.ts'
import { noterReponse } from './commands/noter-reponse.ts'
import { orienter } from './commands/orienter.ts'
import { remettreCopie } from './commands/remettre-copie.ts'
import { transmettre } from './commands/transmettre.ts'
import { imprimerCopie } from './queries/imprimer-copie.ts'
import { listerSuites } from './queries/lister-suites.ts'
import { type DependancesDeLecture, obtenir } from './queries/obtenir.ts'

export const routes = (d: DependancesDeLecture) =>
  lier('reclamations', contract, {
    enregistrer,
    obtenir: obtenir(d),
    accuserReception: outsideTransaction(accuserReception(d.courriers)),
    noterEnregistrement,
    noterEnvoi,
    noterReponse,
    imprimerCopie: outsideTransaction(imprimerCopie),
    remettreCopie,
    classerSansReponse,
    listerSuites,
    joindre: joindre(d.dossiers),
    noterProvenance,
    noterExplications,
    transmettre: outsideTransaction(transmettre(d.courriers)),
    orienter: outsideTransaction(orienter(d.courriers)),
    noterDepart,
    abandonnerTransmission,
  })
