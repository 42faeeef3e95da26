import type { EtatDeCourrier, ModeDEnvoi, SituationDuCourrier } from './etat.ts'
import type { RefusDeCourrier } from './labels.ts'

/** What may be done with a letter. */
export const ACTIONS_DE_COURRIER = [
  'reimporter',
  'demanderVisa',
  'rendreVisa',
  'signer',
  'signerSurPapier',
  'faireLePdf',
  'noterEnvoi',
  'envoyerParCourriel',
  'constater',
  'abandonner',
] as const
export type ActionDeCourrier = (typeof ACTIONS_DE_COURRIER)[number]

type Refus = RefusDeCourrier | null

const REFUS_PAR_ETAT: Partial<Record<EtatDeCourrier, RefusDeCourrier>> = {
  abandonne: 'courrier-abandonne',
  envoye: 'courrier-deja-envoye',
  'en-envoi': 'envoi-en-cours',
  'a-verifier': 'envoi-a-verifier',
}

const fini = (s: SituationDuCourrier): Refus =>
  s.estClos ? 'dossier-clos' : (REFUS_PAR_ETAT[s.etat] ?? null)

const nonVise = (s: SituationDuCourrier): Refus =>
  s.exigences.visa === 'requis' && !s.estVise ? 'visa-manquant' : null

function signable(s: SituationDuCourrier): Refus {
  if (s.exigences.signature === 'aucune') return 'signature-sans-objet'
  return s.estSigne ? 'courrier-deja-signe' : nonVise(s)
}

function expediable(s: SituationDuCourrier): Refus {
  return nonVise(s) ?? (s.exigences.signature === 'requise' && !s.estSigne ? 'signature-manquante' : null)
}

function expediableParCourriel(s: SituationDuCourrier): Refus {
  if (s.canal === 'papier') return 'courrier-postal'
  if (!s.aUneAdresse) return 'sans-adresse-electronique'
  if (!s.messagerieOuverte) return 'messagerie-absente'
  if (!s.aUnPdf) return s.signatureSurPapier ? 'numerisation-en-image' : 'pdf-absent'
  return null
}

function demandable(s: SituationDuCourrier): Refus {
  if (s.exigences.visa === 'aucun') return 'visa-sans-objet'
  if (s.estSigne) return 'courrier-signe'
  return s.estVise ? 'visa-deja-donne' : null
}

function rendable(s: SituationDuCourrier): Refus {
  if (s.etat !== 'visa-demande') return 'visa-non-demande'
  if (!s.estDemandeAMoi) return 'visa-demande-a-un-autre'
  return s.estDeMoi ? 'visa-de-sa-lettre' : null
}

const REFUS_PAR_ACTION: Readonly<Record<ActionDeCourrier, (s: SituationDuCourrier) => Refus>> = {
  reimporter: (s) => fini(s) ?? (s.estSigne ? 'courrier-signe' : null),
  demanderVisa: (s) => fini(s) ?? demandable(s),
  rendreVisa: (s) => fini(s) ?? rendable(s),
  signer: (s) => fini(s) ?? signable(s) ?? (s.peutSigner ? null : 'sans-delegation'),
  signerSurPapier: (s) => fini(s) ?? signable(s),
  faireLePdf: (s) => fini(s) ?? (s.signatureSurPapier ? 'signe-sur-papier' : null),
  noterEnvoi: (s) => fini(s) ?? expediable(s),
  envoyerParCourriel: (s) => fini(s) ?? expediable(s) ?? expediableParCourriel(s),
  constater: (s) => (s.etat === 'a-verifier' ? null : 'rien-a-verifier'),
  abandonner: (s) =>
    s.etat === 'a-verifier' || s.etat === 'envoye' ? (REFUS_PAR_ETAT[s.etat] ?? null) : fini(s),
}

/** Why something is not possible with this letter now, for who asks; null when it is. */
export const refusDAction = (action: ActionDeCourrier, s: SituationDuCourrier): Refus =>
  REFUS_PAR_ACTION[action](s)

/** The next thing to do; « envoyer » covers every way of sending. Null when someone else is waited for, or nothing is left. */
export const PROCHAINES = [
  'constater',
  'rendreVisa',
  'demanderVisa',
  'reimporter',
  'signer',
  'signerSurPapier',
  'envoyer',
] as const
export type ProchaineAction = (typeof PROCHAINES)[number]

/** Asked of who wrote the letter, it is asked again of someone else. */
const visaQuOnMeDemande = (s: SituationDuCourrier): ProchaineAction =>
  s.estDeMoi ? 'demanderVisa' : 'rendreVisa'

export function prochaineAction(s: SituationDuCourrier): ProchaineAction | null {
  if (s.etat === 'a-verifier') return 'constater'
  if (fini(s) !== null) return null
  if (s.etat === 'visa-demande') return s.estDemandeAMoi ? visaQuOnMeDemande(s) : null
  if (s.etat === 'visa-refuse') return 'reimporter'
  if (nonVise(s) !== null) return 'demanderVisa'
  if (s.exigences.signature === 'requise' && !s.estSigne) return s.peutSigner ? 'signer' : 'signerSurPapier'
  return 'envoyer'
}

/** Modes a letter may take: its address is one of paper or of e-mail, and handing it over suits both. */
export const modesPossibles = (canal: SituationDuCourrier['canal']): readonly ModeDEnvoi[] =>
  canal === 'papier' ? ['poste', 'recommande', 'main-propre'] : ['courriel', 'main-propre']

/** Why a day of sending cannot be recorded, or null. `prepareLe`: of the version that leaves. */
export function refusDeJourDEnvoi(
  envoyeLe: string,
  lettre: { readonly prepareLe: string; readonly signeLe: string | null },
  aujourdHui: string,
): Refus {
  if (envoyeLe > aujourdHui) return 'envoi-dans-l-avenir'
  if (envoyeLe < lettre.prepareLe) return 'envoi-avant-preparation'
  return lettre.signeLe !== null && envoyeLe < lettre.signeLe ? 'envoi-avant-signature' : null
}

/** What happened to a registered letter, in the order it may. */
export const SUITES_DU_RECOMMANDE = ['depose', 'avise', 'distribue', 'retourne'] as const
export type SuiteDuRecommande = (typeof SUITES_DU_RECOMMANDE)[number]

export interface SuivisDuRecommande {
  readonly depose: string | null
  readonly avise: string | null
  readonly distribue: string | null
  readonly retourne: string | null
}

/** What comes before each: noted, it was no later. */
const AVANT = {
  depose: [],
  avise: ['depose'],
  distribue: ['depose', 'avise'],
  retourne: ['depose', 'avise'],
} as const satisfies Record<SuiteDuRecommande, readonly SuiteDuRecommande[]>

/** Why what happened would come before what precedes it, or after what follows it; null when the days are in order. */
function refusDOrdre(suite: SuiteDuRecommande, le: string, suivis: SuivisDuRecommande): Refus {
  const avant: readonly SuiteDuRecommande[] = AVANT[suite]
  const apres = SUITES_DU_RECOMMANDE.filter((autre) => AVANT[autre].some((s) => s === suite))
  if (avant.some((autre) => (suivis[autre] ?? le) > le)) return 'suite-avant-la-precedente'
  return apres.some((autre) => (suivis[autre] ?? le) < le) ? 'suite-apres-la-suivante' : null
}

/** Why a day of a registered letter contradicts the others, or null. */
export function refusDeSuite(
  suite: SuiteDuRecommande,
  le: string,
  lettre: { readonly envoyeLe: string; readonly suivis: SuivisDuRecommande },
  aujourdHui: string,
): Refus {
  if (le > aujourdHui) return 'envoi-dans-l-avenir'
  if (le < lettre.envoyeLe) return 'suite-avant-envoi'
  if (suite === 'distribue' && lettre.suivis.retourne !== null) return 'recommande-deja-retourne'
  if (suite === 'retourne' && lettre.suivis.distribue !== null) return 'recommande-deja-distribue'
  return refusDOrdre(suite, le, lettre.suivis)
}
