export { CourriersDuDossier } from './courriers-du-dossier.tsx'
export { CANAL_DE_COURRIER } from './labels.ts'
export { cheminDesModeles } from './paths.ts'
