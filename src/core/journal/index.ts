export { type Ancre, lireAncre } from './ancre.ts'
export { ancrerLeJournal } from './ancrer.ts'
export { agentDe, agentIdDe, auteurDe, type Contexte, type ContexteLibre, lier, sujetDe } from './contexte.ts'
export type { Acteur, ActeurAgent, ActeurLien, Remplacement, Role } from './domain/acteur.ts'
export { enTransaction } from './en-transaction.ts'
export { chaineDuDossier, type Inscription, inscrireAuJournal } from './inscrire.ts'
export {
  CHAINE_DU_SYSTEME,
  type Entree,
  listerEntreesDuDossier,
  listerEntreesDuSysteme,
  trouverRupture,
} from './store.ts'
export {
  controlerLeJournal,
  type Ecart,
  type Verification,
  verifierLeJournal,
} from './verifier-le-journal.ts'
