import type { ExigenceDeSignature, ExigenceDeVisa } from './modele.ts'

export const CANAUX_DE_COURRIER = ['papier', 'electronique'] as const
export type CanalDeCourrier = (typeof CANAUX_DE_COURRIER)[number]

/** How a letter leaves. */
export const MODES_D_ENVOI = ['poste', 'recommande', 'main-propre', 'courriel'] as const
export type ModeDEnvoi = (typeof MODES_D_ENVOI)[number]

export const ETATS_D_ENVOI = ['en-cours', 'a-verifier', 'envoye', 'non-parti'] as const
export type EtatDEnvoi = (typeof ETATS_D_ENVOI)[number]

/** Where a letter is, from its merge to its sending. */
export const ETATS_DE_COURRIER = [
  'prepare',
  'visa-demande',
  'visa-refuse',
  'vise',
  'signe',
  'en-envoi',
  'a-verifier',
  'envoye',
  'abandonne',
] as const
export type EtatDeCourrier = (typeof ETATS_DE_COURRIER)[number]

/** What the state of a letter follows from. */
export interface CourrierLu {
  readonly estAbandonne: boolean
  /** of the last version */
  readonly visa: { readonly agentId: string; readonly decision: 'donne' | 'refuse' | null } | null
  readonly estSigne: boolean
  /** the one that stands, if any */
  readonly envoi: { readonly etat: EtatDEnvoi; readonly tenteA: Date } | null
}

/** Longer than any dialogue with a mail server lasts: an attempt still open then was cut by a breakdown. */
const DUREE_D_UN_ENVOI_MS = 3 * 60 * 1000

/** An attempt nobody closed becomes a question: it may have left. */
export function etatDeLEnvoi(
  envoi: { readonly etat: EtatDEnvoi; readonly tenteA: Date },
  maintenant: Date,
): EtatDEnvoi {
  const ancien = maintenant.getTime() - envoi.tenteA.getTime() > DUREE_D_UN_ENVOI_MS
  return envoi.etat === 'en-cours' && ancien ? 'a-verifier' : envoi.etat
}

const ETAT_PAR_ENVOI = {
  'en-cours': 'en-envoi',
  'a-verifier': 'a-verifier',
  envoye: 'envoye',
  'non-parti': null,
} as const satisfies Record<EtatDEnvoi, EtatDeCourrier | null>

const ETAT_PAR_DECISION = { donne: 'vise', refuse: 'visa-refuse' } as const

export function etatDuCourrier(c: CourrierLu, maintenant: Date): EtatDeCourrier {
  const parti = c.envoi === null ? null : ETAT_PAR_ENVOI[etatDeLEnvoi(c.envoi, maintenant)]
  if (parti !== null) return parti
  if (c.estAbandonne) return 'abandonne'
  if (c.estSigne) return 'signe'
  if (c.visa === null) return 'prepare'
  return c.visa.decision === null ? 'visa-demande' : ETAT_PAR_DECISION[c.visa.decision]
}

/** What the rules look at, for who asks. */
export interface SituationDuCourrier {
  readonly etat: EtatDeCourrier
  readonly estClos: boolean
  readonly exigences: { readonly visa: ExigenceDeVisa; readonly signature: ExigenceDeSignature }
  readonly canal: CanalDeCourrier
  readonly estSigne: boolean
  /** on the last version */
  readonly estVise: boolean
  readonly estDemandeAMoi: boolean
  /** who asks wrote the last version */
  readonly estDeMoi: boolean
  /** a delegation lets who asks sign this letter today */
  readonly peutSigner: boolean
  readonly signatureSurPapier: boolean
  /** the PDF that an e-mail would carry */
  readonly aUnPdf: boolean
  readonly aUneAdresse: boolean
  /** a server is set, and this is no demonstration that would reach outside */
  readonly messagerieOuverte: boolean
}
