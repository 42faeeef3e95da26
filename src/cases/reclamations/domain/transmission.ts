import type { JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { obtenirRegle } from '#core/echeances/domain/regles/registre.ts'
import type { Article } from '#core/echeances/domain/regles/regle.ts'
import type { NatureDeCorrespondant } from '#core/structures/domain/correspondant.ts'
import type { CodeDeRefus } from './labels.ts'
import type { Procedure } from './model.ts'
import { FAITS_D_ENVOI_D_ACCUSE, type RefusDeReclamation, type Situation } from './rules.ts'

export type NatureDeTransmission = NatureDeCorrespondant | Procedure

/** What is to be known of a transmission before it leaves. */
export interface TransmissionAFaire {
  readonly nature: NatureDeTransmission
  readonly estTotale: boolean
  /** what goes with the letter holds health data the person did not write herself */
  readonly avecDonneesDeSante: boolean
  /** the person agrees to be addressed to the Défenseur des droits */
  readonly estAccordee: boolean
}

const refuser = (code: CodeDeRefus): RefusDeReclamation => ({ code })

/** Why nothing of this complaint may be sent on now, or null. */
export function refusDEnvoyerAilleurs(
  { etat }: Pick<Situation, 'etat'>,
  uneTotaleAttend: boolean,
): RefusDeReclamation | null {
  if (etat === 'clos') return refuser('dossier-clos')
  return uneTotaleAttend ? refuser('transmission-en-cours') : null
}

/**
 * Why a complaint cannot be sent to this administration, or null. Health data leave with a written consent only; the
 * Défenseur des droits is seized by the person. @source CSP, art. L. 1110-4 ; CRPA, art. L. 114-2
 */
export function refusDeTransmettre(
  t: TransmissionAFaire,
  a: { readonly consentement: boolean; readonly transmissionsEnCours: number },
): RefusDeReclamation | null {
  if (t.estTotale && a.transmissionsEnCours > 0) return refuser('transmissions-en-cours')
  if (t.avecDonneesDeSante && !a.consentement) return refuser('consentement-requis')
  return t.nature === 'defenseur-des-droits' && !t.estAccordee ? refuser('accord-requis') : null
}

/** Our own procedure keeps the request here: it must be acknowledged before the complaint closes. */
export function refusDOrienter(
  { faits, aUnAuteur }: Situation,
  { estTotale }: Pick<TransmissionAFaire, 'estTotale'>,
  transmissionsEnCours: number,
): RefusDeReclamation | null {
  if (!aUnAuteur) return refuser('auteur-inconnu')
  if (!estTotale) return null
  if (transmissionsEnCours > 0) return refuser('transmissions-en-cours')
  return FAITS_D_ENVOI_D_ACCUSE.some((f) => faits.includes(f)) ? null : refuser('accuse-d-abord')
}

/** The text a transmission is made under; none for who is not an administration that decides. */
export function articleDeTransmission(nature: NatureDeTransmission, jour: JourCivil): string {
  const fondees: readonly NatureDeTransmission[] = ['ars', 'etablissement', 'administration']
  return fondees.includes(nature) ? articleEnMots(obtenirRegle('D55', jour).article) : ''
}

const CODES: Readonly<Record<string, string>> = {
  CRPA: 'code des relations entre le public et l’administration',
  CSP: 'code de la santé publique',
}

/** « CRPA, art. L. 114-2 » → « l’article L. 114-2 du code des relations entre le public et l’administration » */
export function articleEnMots(article: Article): string {
  const [code = '', numero = ''] = article.split(', art. ')
  return `l’article ${numero} du ${CODES[code] ?? code}`
}

/** A transmission whose letters are made. */
export interface TransmissionSuivie {
  readonly estTotale: boolean
  readonly courrierId: string | null
  readonly avisId: string | null
  readonly envoyeeLe: string | null
  readonly aviseeLe: string | null
  readonly estAbandonnee: boolean
}

/** Every letter it asks for has left. */
export const estPartie = (t: TransmissionSuivie): boolean =>
  (t.courrierId === null || t.envoyeeLe !== null) && (t.avisId === null || t.aviseeLe !== null)

/** Made, not given up, and a letter of it still here. */
export const estEnCours = (t: TransmissionSuivie): boolean => !t.estAbandonnee && !estPartie(t)
