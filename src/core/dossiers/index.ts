export { ajouterService } from './ajouter-service.ts'
export { ajouterRecit } from './completer-recit.ts'
export { creerDossier, type DossierACreer, type PersonneDuDossier } from './creer-dossier.ts'
export { demenagerPersonne, ramenerPersonne } from './demenager-personne.ts'
export { trouverPerimees } from './derivations.ts'
export { aujourdHui, type Ecriture, ensuite } from './ecriture.ts'
export { enregistrerFait, enregistrerFaitSeul, type FaitAEnregistrer } from './enregistrer-fait.ts'
export type { FeuilleDExport } from './feuilles.ts'
export { changerEtat } from './franchir.ts'
export { inscrireLien } from './lier.ts'
export { situationDeLigne, versLigne } from './lignes.ts'
export { lireTronc } from './lire-tronc.ts'
export { prendreOrigine, signalerIssue } from './ouvrir-depuis.ts'
export { heriterLesConflits, protectionHeritee } from './proteger.ts'
export { purgerBrouillons } from './purger-brouillons.ts'
export { recalculerTout } from './recalculer-tout.ts'
export {
  creerRegistreDesTypes,
  type DependancesDesDossiers,
  type DossierIssu,
  type FaitRectifie,
  type Rectification,
  type RegistreDesTypes,
} from './registre.ts'
export { reindexer } from './reindexer.ts'
export { type NatureReindexee, reindexerTout } from './reindexer-tout.ts'
export { routesDesDossiers } from './routes.ts'
export { changerDossier, type DossierVerrouille, obtenirDossier, verrouillerDossier } from './store.ts'
export { remplacerAttente, remplacerAttentes } from './store-attentes.ts'
export { compterBrouillons, supprimerBrouillonEnBase } from './store-brouillons.ts'
export { type FaitEnregistre, listerFaits } from './store-faits.ts'
export {
  type AttenteListee,
  compterOuverts,
  type Lecteur,
  type LigneDAgenda,
  listerAgenda,
  listerAttentes,
  listerDossiersConfies,
  listerEcheancesJusquAu,
  listerNonAssignes,
} from './store-listes.ts'
export { indexerParties, retirerPartie } from './store-parties.ts'
export {
  type DossierDUnePersonne,
  listerDossiersDeLAuteur,
  listerDossiersDesPersonnes,
} from './store-personnes.ts'
export { dernierRecit, listerRecits, premierRecit, trouverRecit } from './store-recits.ts'
export { peutTravaillerSurLeDossier } from './store-refus.ts'
export { personneCorrigee } from './suivre-personne.ts'
