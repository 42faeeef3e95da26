import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { annuler } from './annuler.ts'
import { changerLeJour } from './changer-le-jour.ts'
import { contract } from './contract.ts'
import { demander } from './demander.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { envoyerLeLien } from './envoyer-le-lien.ts'
import { exporterServicesInterroges } from './exporter-services-interroges.ts'
import { garderLeBrouillon } from './garder-le-brouillon.ts'
import { joindre } from './joindre.ts'
import { envoyerParLien } from './lien/envoyer.ts'
import { garderParLien } from './lien/garder.ts'
import { ouvrirParLien } from './lien/ouvrir.ts'
import { relireParLien } from './lien/relire.ts'
import { lister } from './lister.ts'
import { listerDemandesEnCours } from './lister-demandes-en-cours.ts'
import { listerRecues } from './lister-recues.ts'
import { listerServicesInterroges } from './lister-services-interroges.ts'
import { obtenirRecue } from './obtenir-recue.ts'
import { relancer } from './relancer.ts'
import { renouvelerLeLien } from './renouveler-le-lien.ts'
import { repondre } from './repondre.ts'
import { reprendreLesRelances } from './reprendre-les-relances.ts'
import { retirerUnePiece } from './retirer-une-piece.ts'
import { suspendreLesRelances } from './suspendre-les-relances.ts'

/** Requests to services: the department's operations, the service's, and the pages of links. */
export const routesDesTaches = (d: DependancesDesTaches) =>
  lier('taches', contract, {
    demander: demander(d),
    lister: lister(d),
    relancer: outsideTransaction(relancer(d)),
    annuler,
    changerLeJour,
    suspendreLesRelances,
    reprendreLesRelances,
    renouvelerLeLien: renouvelerLeLien(d),
    envoyerLeLien: outsideTransaction(envoyerLeLien(d)),
    listerServicesInterroges,
    exporterServicesInterroges: outsideTransaction(exporterServicesInterroges),
    listerDemandesEnCours: listerDemandesEnCours(d),
    listerRecues,
    obtenirRecue,
    garderLeBrouillon,
    joindre: outsideTransaction(joindre(d)),
    retirerUnePiece: outsideTransaction(retirerUnePiece(d)),
    repondre: outsideTransaction(repondre(d)),
    ouvrirParLien,
    garderParLien: outsideTransaction(garderParLien(d)),
    relireParLien,
    envoyerParLien: outsideTransaction(envoyerParLien),
  })
