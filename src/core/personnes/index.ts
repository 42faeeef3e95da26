export { aConsentiParEcrit, personnesConsentantes } from './a-consenti.ts'
export { enregistrerPersonne, type PersonneEnregistree } from './enregistrer-personne.ts'
export { listerPersonnesDuDossier, type Participant, personnesLues } from './lister-personnes.ts'
export { routesDesPersonnes } from './routes.ts'
