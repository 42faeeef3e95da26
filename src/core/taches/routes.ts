import { lier } from '#core/journal/index.ts'
import { outsideTransaction } from '#platform/http/index.ts'
import { annuler } from './annuler.ts'
import { changerLeJour } from './changer-le-jour.ts'
import { contract } from './contract.ts'
import { demander } from './demander.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { envoyerLeLien } from './envoyer-le-lien.ts'
import { garderLeBrouillon } from './garder-le-brouillon.ts'
import { joindre } from './joindre.ts'
import { envoyerParLien } from './lien/envoyer.ts'
import { garderParLien } from './lien/garder.ts'
import { ouvrirParLien } from './lien/ouvrir.ts'
import { relireParLien } from './lien/relire.ts'
import { lister } from './lister.ts'
import { listerRecues } from './lister-recues.ts'
import { obtenirRecue } from './obtenir-recue.ts'
import { relancer } from './relancer.ts'
import { renouvelerLeLien } from './renouveler-le-lien.ts'
import { repondre } from './repondre.ts'
import { retirerUnePiece } from './retirer-une-piece.ts'

/** Requests to services: the department's operations, the service's, and the pages of links. */
export const routesDesTaches = (d: DependancesDesTaches) =>
  lier('taches', contract, {
    demander: demander(d),
    lister: lister(d),
    relancer: outsideTransaction(relancer(d)),
    annuler,
    changerLeJour,
    renouvelerLeLien: renouvelerLeLien(d),
    envoyerLeLien: outsideTransaction(envoyerLeLien(d)),
    listerRecues,
    obtenirRecue,
    garderLeBrouillon,
    joindre: outsideTransaction(joindre(d)),
    retirerUnePiece: outsideTransaction(retirerUnePiece(d)),
    repondre,
    ouvrirParLien,
    garderParLien: outsideTransaction(garderParLien(d)),
    relireParLien,
    envoyerParLien: outsideTransaction(envoyerParLien),
  })
