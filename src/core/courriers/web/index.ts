export { CourriersDuDossier } from './courriers-du-dossier.tsx'
export { type Fenetre, FenetreDeCourrier } from './fenetre-de-courrier.tsx'
export { cheminDesModeles, cheminDesSignataires } from './paths.ts'
export { VERBES as VERBES_DE_COURRIER } from './phrases.ts'
