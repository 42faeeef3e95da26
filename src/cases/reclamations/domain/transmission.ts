import type { JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { obtenirRegle } from '#core/echeances/domain/regles/registre.ts'
import type { Article } from '#core/echeances/domain/regles/regle.ts'
import type { NatureDeCorrespondant } from '#core/structures/domain/correspondant.ts'
import { type CodeDeRefus, phraseDesConsentements } from './labels.ts'
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

interface Concerne {
  readonly id: string
  readonly role: string
  readonly qualite: string
}

/** Whose health data a dossier holds: each patient, the author who is one too; the authors when nobody else is named. */
export function soignesDe<P extends Concerne>(personnes: readonly P[]): P[] {
  const patients = personnes.filter(
    ({ role, qualite }) => role === 'patient' || (role === 'auteur' && qualite === 'patient'),
  )
  const retenus = patients.length > 0 ? patients : personnes.filter(({ role }) => role === 'auteur')
  return retenus.filter(({ id }, rang) => retenus.findIndex((p) => p.id === id) === rang)
}

/** What is known of the consents of the people cared for. */
export interface Consentements {
  readonly attendus: number
  /** names of those who did not agree in writing */
  readonly manquants: readonly string[]
}

/** Health data of several people leave only once each has agreed. @source CSP, art. L. 1110-4 et L. 1112-3 */
export function refusDeConsentement(
  { avecDonneesDeSante }: Pick<TransmissionAFaire, 'avecDonneesDeSante'>,
  { attendus, manquants }: Consentements,
): RefusDeReclamation | null {
  if (!avecDonneesDeSante || (attendus > 0 && manquants.length === 0)) return null
  const refus = refuser('consentement-requis')
  return attendus < 2 ? refus : { ...refus, phrase: phraseDesConsentements(manquants) }
}

/**
 * Why a complaint cannot be sent to this administration, or null. Health data leave with a written consent only; the
 * Défenseur des droits is seized by the person. @source CSP, art. L. 1110-4 ; CRPA, art. L. 114-2
 */
export function refusDeTransmettre(
  t: TransmissionAFaire,
  a: { readonly consentements: Consentements; readonly transmissionsEnCours: number },
): RefusDeReclamation | null {
  if (t.estTotale && a.transmissionsEnCours > 0) return refuser('transmissions-en-cours')
  const refus = refusDeConsentement(t, a.consentements)
  if (refus !== null) return refus
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

/** The day its last letter left; null while one is still here. */
export function jourDuDepart(t: TransmissionSuivie): string | null {
  if (!estPartie(t)) return null
  return (
    [t.envoyeeLe, t.aviseeLe]
      .filter((jour) => jour !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

/** Made, not given up, and a letter of it still here. */
export const estEnCours = (t: TransmissionSuivie): boolean => !t.estAbandonnee && !estPartie(t)
