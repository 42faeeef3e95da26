import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { contract } from '../contract.ts'
import { abandonnerMesure } from './commands/abandonner-mesure.ts'
import { abandonnerTransmission } from './commands/abandonner-transmission.ts'
import { accuserReception } from './commands/accuser-reception.ts'
import { ajouterCause } from './commands/ajouter-cause.ts'
import { ajouterFaitRelate } from './commands/ajouter-fait-relate.ts'
import { ajouterMesure } from './commands/ajouter-mesure.ts'
import { classerSansReponse } from './commands/classer-sans-reponse.ts'
import { clore } from './commands/clore.ts'
import { constaterGrief } from './commands/constater-grief.ts'
import { demanderExplications } from './commands/demander-explications.ts'
import { enregistrer } from './commands/enregistrer.ts'
import { joindre } from './commands/joindre.ts'
import { modifierFaitRelate } from './commands/modifier-fait-relate.ts'
import { modifierGrief } from './commands/modifier-grief.ts'
import { modifierMesure } from './commands/modifier-mesure.ts'
import { noterEnregistrement } from './commands/noter-enregistrement.ts'
import { noterExplications } from './commands/noter-explications.ts'
import { noterProvenance } from './commands/noter-provenance.ts'
import { noterReponse } from './commands/noter-reponse.ts'
import { ordonnerFaitsRelates } from './commands/ordonner-faits-relates.ts'
import { ordonnerGriefs } from './commands/ordonner-griefs.ts'
import { orienter } from './commands/orienter.ts'
import { preparerReponse } from './commands/preparer-reponse.ts'
import { qualifierGrief } from './commands/qualifier-grief.ts'
import { remettreCopie } from './commands/remettre-copie.ts'
import { reprendreMesure } from './commands/reprendre-mesure.ts'
import { restituer } from './commands/restituer.ts'
import { retablirGrief } from './commands/retablir-grief.ts'
import { retirerCause } from './commands/retirer-cause.ts'
import { retirerFaitRelate } from './commands/retirer-fait-relate.ts'
import { retirerGrief } from './commands/retirer-grief.ts'
import { terminerMesure } from './commands/terminer-mesure.ts'
import { transmettre } from './commands/transmettre.ts'
import { imprimerCopie } from './queries/imprimer-copie.ts'
import { listerSuites } from './queries/lister-suites.ts'
import { type DependancesDeLecture, obtenir } from './queries/obtenir.ts'
import { obtenirAnalyse } from './queries/obtenir-analyse.ts'
import { obtenirGriefs } from './queries/obtenir-griefs.ts'

export const routes = (d: DependancesDeLecture) =>
  lier('reclamations', contract, {
    enregistrer: enregistrer(d.dossiers),
    obtenir: obtenir(d),
    accuserReception: outsideTransaction(accuserReception(d.courriers)),
    noterEnregistrement,
    preparerReponse: outsideTransaction(preparerReponse(d.courriers)),
    noterReponse: noterReponse(d.courriers),
    clore,
    restituer: restituer(d.taches),
    imprimerCopie: outsideTransaction(imprimerCopie),
    remettreCopie,
    classerSansReponse,
    obtenirGriefs: obtenirGriefs(d),
    obtenirAnalyse: obtenirAnalyse(d),
    qualifierGrief,
    modifierGrief,
    ordonnerGriefs,
    retirerGrief,
    retablirGrief,
    constaterGrief,
    demanderExplications: demanderExplications(d.taches),
    ajouterFaitRelate,
    modifierFaitRelate,
    retirerFaitRelate,
    ordonnerFaitsRelates,
    ajouterCause,
    retirerCause,
    ajouterMesure,
    modifierMesure,
    terminerMesure,
    reprendreMesure,
    abandonnerMesure,
    listerSuites,
    joindre: joindre(d.dossiers),
    noterProvenance,
    noterExplications,
    transmettre: outsideTransaction(transmettre(d.courriers)),
    orienter: outsideTransaction(orienter(d.courriers)),
    abandonnerTransmission: abandonnerTransmission(d.courriers),
  })
