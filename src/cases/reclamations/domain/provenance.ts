import { formaterJour, type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import {
  decisionImpliciteLe,
  departDuSilence,
  type PassageParUnAutre,
} from '#core/echeances/domain/regles/silence.ts'
import type { NatureDeProvenance } from './model.ts'

/** How a complaint came through someone else. Days are 'YYYY-MM-DD'. */
export interface Provenance {
  readonly nature: NatureDeProvenance
  readonly nom: string
  readonly reference: string
  readonly premiereReceptionLe: string | null
  readonly explicationsPourLe: string | null
}

/** Whether silence is counted from the transmitter's own receipt. @source CRPA, art. L. 100-3 et L. 114-3 */
const EFFET = {
  ars: 'discutable',
  'defenseur-des-droits': 'discutable',
  etablissement: 'certain',
  administration: 'certain',
  elu: 'aucun',
  autre: 'aucun',
} as const satisfies Record<NatureDeProvenance, PassageParUnAutre['effet']>

/** True when the day the transmitter received the complaint changes a deadline: worth asking for. */
export const comptePourLeSilence = (nature: NatureDeProvenance): boolean => EFFET[nature] !== 'aucun'

const DEMANDES = {
  ars: 'explications-demandees-par-l-ars',
  'defenseur-des-droits': 'explications-demandees-par-le-defenseur',
} as const

/** The fact of a demand for explanations with a day, null for who may not set one. */
export const faitDeDemande = (nature: NatureDeProvenance): (typeof DEMANDES)[keyof typeof DEMANDES] | null =>
  nature === 'ars' || nature === 'defenseur-des-droits' ? DEMANDES[nature] : null

export const FAITS_DE_DEMANDE: readonly string[] = Object.values(DEMANDES)

/** What a transmitter is called in a sentence: « l’ARS Île-de-France », « le Défenseur des droits », the name typed. */
export function transmetteurEnMots({ nature, nom }: Pick<Provenance, 'nature' | 'nom'>): string {
  if (nature === 'defenseur-des-droits') return nom === '' ? 'le Défenseur des droits' : nom
  if (nature === 'ars') return nom === '' ? 'l’ARS' : /^(?:ars|agence)\b/iu.test(nom) ? `l’${nom}` : nom
  return nom
}

/** « l’ARS Île-de-France, qui l’avait reçue le lundi 2 mars 2026 » */
export function passageEnMots(p: Pick<Provenance, 'nature' | 'nom' | 'premiereReceptionLe'>): string {
  const recue =
    p.premiereReceptionLe === null
      ? ''
      : `, qui l’avait reçue le ${formaterJour(jourCivil(p.premiereReceptionLe))}`
  return `${transmetteurEnMots(p)}${recue}`
}

export interface SilenceDeLaReclamation {
  readonly departLe: JourCivil
  readonly rejetLe: JourCivil | null
  /** the other defensible reading, when it gives another day */
  readonly autreLecture: { readonly departLe: JourCivil; readonly rejetLe: JourCivil | null } | null
}

/** From when silence is counted, and the day it becomes a rejection. @source CRPA, art. L. 114-3 et L. 231-4 */
export function silenceDe(
  recuLe: string,
  provenances: readonly Pick<Provenance, 'nature' | 'premiereReceptionLe'>[],
): SilenceDeLaReclamation {
  const passages = provenances.map(({ nature, premiereReceptionLe }) => ({
    le: premiereReceptionLe === null ? null : jourCivil(premiereReceptionLe),
    effet: EFFET[nature],
  }))
  const { le, autreLectureLe } = departDuSilence(jourCivil(recuLe), passages)
  return {
    departLe: le,
    rejetLe: decisionImpliciteLe(le),
    autreLecture:
      autreLectureLe === null
        ? null
        : { departLe: autreLectureLe, rejetLe: decisionImpliciteLe(autreLectureLe) },
  }
}

const SE_NOMMENT_SEULS: readonly NatureDeProvenance[] = ['ars', 'defenseur-des-droits']

export type ChampDeProvenance = 'nom' | 'premiereReceptionLe' | 'explicationsPourLe'
export type CodeDeRefusDeProvenance =
  | 'transmetteur-sans-nom'
  | 'premiere-reception-apres-la-notre'
  | 'explications-sans-autorite'
  | 'explications-avant-la-lettre'

/** Why a provenance cannot be recorded, and beside which field, or null. `recueLe`: the day its letter came here. */
export function refusDeProvenance(
  p: Provenance,
  recueLe: string,
): { readonly champ: ChampDeProvenance; readonly code: CodeDeRefusDeProvenance } | null {
  if (p.nom.trim() === '' && !SE_NOMMENT_SEULS.includes(p.nature))
    return { champ: 'nom', code: 'transmetteur-sans-nom' }
  if (p.premiereReceptionLe !== null && p.premiereReceptionLe > recueLe)
    return { champ: 'premiereReceptionLe', code: 'premiere-reception-apres-la-notre' }
  if (p.explicationsPourLe === null) return null
  if (faitDeDemande(p.nature) === null)
    return { champ: 'explicationsPourLe', code: 'explications-sans-autorite' }
  return p.explicationsPourLe < recueLe
    ? { champ: 'explicationsPourLe', code: 'explications-avant-la-lettre' }
    : null
}
