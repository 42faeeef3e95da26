export { CourriersDuDossier } from './courriers-du-dossier.tsx'
export { type Fenetre, FenetreDeCourrier } from './fenetre-de-courrier.tsx'
export { cheminDesModeles, cheminDesSignataires } from './paths.ts'
