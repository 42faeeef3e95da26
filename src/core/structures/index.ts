export { creerEtablissement } from './creer-etablissement.ts'
export { nomsDesStructures } from './noms-des-structures.ts'
export { obtenirEtablissement } from './obtenir-etablissement.ts'
export { routesDesStructures } from './routes.ts'
export {
  type EtablissementEnBase,
  listerEtablissements,
  listerStructuresEnBase as listerStructures,
  type StructureEnBase,
} from './store.ts'
export { type CorrespondantEnBase, trouverCorrespondant } from './store-correspondants.ts'
