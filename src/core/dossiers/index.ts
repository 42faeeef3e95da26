export { creerDossier, type DossierACreer, type PersonneDuDossier } from './creer-dossier.ts'
export { aujourdHui, type Ecriture } from './ecriture.ts'
export { enregistrerFait, enregistrerFaitSeul, type FaitAEnregistrer } from './enregistrer-fait.ts'
export { changerEtat } from './franchir.ts'
export { versLigne } from './lignes.ts'
export { lireTronc } from './lire-tronc.ts'
export { recalculerTout } from './recalculer-tout.ts'
export {
  creerRegistreDesTypes,
  type DependancesDesDossiers,
  type FaitRectifie,
  type RegistreDesTypes,
} from './registre.ts'
export { routesDesDossiers } from './routes.ts'
export { changerDossier, obtenirDossier, verrouillerDossier } from './store.ts'
export { remplacerAttentes } from './store-attentes.ts'
export { compterBrouillons, supprimerBrouillonEnBase } from './store-brouillons.ts'
export { type FaitEnregistre, listerFaits } from './store-faits.ts'
export {
  compterOuverts,
  type Lecteur,
  listerEcheancesJusquAu,
  listerEnAttente,
  listerNonAssignes,
} from './store-listes.ts'
export { premierRecit } from './store-recits.ts'
export { peutTravaillerSurLeDossier } from './store-refus.ts'
export { personneCorrigee } from './suivre-personne.ts'
