export { type ActionDeLot, ActionsDeLotContext } from './actions-de-lot.ts'
export {
  ChampProtection,
  enProtection,
  type ProtectionEnSaisie,
  protectionLue,
} from './champ-protection.tsx'
export { ChampService } from './champ-service.tsx'
export { ChampServices } from './champ-services.tsx'
export { useCollegues } from './choix-de-l-assigne.tsx'
export { Chronologie } from './chronologie.tsx'
export { ConflitDeVersion } from './conflit-de-version.tsx'
export { DepuisUnDossier, type OrigineVue } from './depuis-un-dossier.tsx'
export { useDossier } from './dossier-context.ts'
export type { AjoutDeChronologie } from './entrees-de-chronologie.ts'
export { type EchecDeLot, phraseDeLEchec } from './executer-en-lot.ts'
export { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
export { IssueDeSaisie } from './issue-de-saisie.tsx'
export { PageDeDossier } from './page-de-dossier.tsx'
export {
  type CriteresDAdresse,
  cheminDesAffaires,
  cheminDesDossiers,
  cheminDesListes,
  cheminParIdentifiant,
} from './paths.ts'
export { RecitDuDossier } from './recit-du-dossier.tsx'
export { TransitionsDuDossier } from './transitions-du-dossier.tsx'
export type { TypeWeb } from './type-web.ts'
export { TypesContext, useCheminDuDossier, useTypesWeb } from './types-context.ts'
export { useBrouillonSuivi } from './use-brouillon-suivi.ts'
export { useSaisieDeDossier } from './use-saisie-de-dossier.ts'
