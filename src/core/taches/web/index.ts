export { DemanderFenetre, type DemanderFenetreProps, type SujetProposable } from './demander-fenetre.tsx'
export { DemandesDuDossier, type DemandesDuDossierProps } from './demandes-du-dossier.tsx'
export { cheminDeLaDemandeRecue, cheminDesDemandesRecues, cheminDesServicesInterroges } from './paths.ts'
export { relancerEnLot } from './relancer-en-lot.ts'
