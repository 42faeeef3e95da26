export { CarteDePersonne } from './carte-de-personne.tsx'
export { ChampPersonne } from './champ-personne.tsx'
export { ConsentementsDePersonne } from './consentements-de-personne.tsx'
export { FicheDePersonne } from './fiche-de-personne.tsx'
export type { PersonneEnSaisie } from './identite.ts'
export {
  AUCUNE_PERSONNE,
  enPersonneChoisie,
  lireAdresse,
  lireNom,
  lireTelephone,
  nomComplet,
  nomsEnSaisie,
  PERSONNE_VIDE,
} from './identite.ts'
export type { RoleDansLeDossier } from './labels.ts'
export { ROLE_DANS_LE_DOSSIER } from './labels.ts'
export { ModifierPersonne } from './modifier-personne.tsx'
export { cheminDeLaPersonne, cheminDuRegistre } from './paths.ts'
export { personneLue } from './personne-lue.ts'
export type { Complement } from './personnes-connues.tsx'
