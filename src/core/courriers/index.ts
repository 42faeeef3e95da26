export { abandonnerLesCourriers } from './abandonner-courriers.ts'
export type { AbonneDeCourrier, AbonnesDesCourriers, CourrierConcerne, EnvoiDeCourrier } from './abonnes.ts'
export { choisirModele, type ModeleChoisi } from './choisir-modele.ts'
export { choisirSignataire } from './choisir-signataire.ts'
export type { CourrierVu } from './contract.ts'
export type { DependancesDesCourriers } from './dependances.ts'
export { boucle, condition, texteDe, texteLegal } from './domain/balise.ts'
export {
  creerRegistreDesModeles,
  definirModele,
  type ModeleDeCourrier,
  type RegistreDesModeles,
} from './domain/modele.ts'
export { envoiRectifie } from './envoi-rectifie.ts'
export { type CourrierAInscrire, inscrireCourrier } from './inscrire-courrier.ts'
export {
  BALISES_DE_LETTRE,
  type ChampsDeLettre,
  champsDeLettre,
  type Emetteur,
  EXEMPLE_DE_LETTRE,
  lettreType,
} from './lettre-type.ts'
export { listerCourriers } from './lister-courriers.ts'
export { type CourrierPrepare, preparerCourrier } from './preparer-courrier.ts'
export { routesDesCourriers } from './routes.ts'
export { listerObjetsDesModeles } from './store.ts'
export { verifierModele } from './verifier-modele.ts'
