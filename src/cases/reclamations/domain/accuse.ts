import { ajouterJours, type JourCivil, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { type CodeDeMention, MENTIONS_CRPA, refusDeMentions } from '#core/echeances/domain/mentions-crpa.ts'
import { decisionImpliciteLe } from '#core/echeances/domain/regles/silence.ts'

/** Code of its template. */
export const CODE_DE_L_ACCUSE = 'reclamations.accuse-reception'

/** What the acknowledgement would say: an empty text is a mention that is not there. */
export interface ContenuDAccuse {
  readonly recuLe: string
  /** the day silence is counted from: earlier when another administration received it first (CRPA L114-3) */
  readonly silenceDepuis: string
  readonly service: string
  readonly adresse: readonly string[]
  readonly courriel: string
  readonly telephone: string
  /** court to which the person may go, as named in the settings of the establishment */
  readonly tribunal: string
  readonly piecesManquantes: string
  readonly produireAvant: string | null
}

/**
 * The day silence becomes a rejection, told in the letter: `depuis`, the receipt by the first administration. Asking for missing papers stops the clock from that day to
 * the last day given to produce them. @source CRPA, art. L. 231-4, R. 112-5, L. 114-5
 */
export function jourDuRejetImplicite(
  depuis: string,
  demande: { readonly du: string; readonly jusquAu: string | null } | null = null,
): JourCivil | null {
  if (demande === null || demande.jusquAu === null) return decisionImpliciteLe(jourCivil(depuis))
  const au = ajouterJours(jourCivil(demande.jusquAu), 1)
  const article = 'CRPA, art. L. 114-5'
  return decisionImpliciteLe(jourCivil(depuis), [
    { du: jourCivil(demande.du), au, motif: 'pièces demandées', article },
  ])
}

/** Mentions this acknowledgement would carry. @source CRPA, art. R. 112-5 et R. 112-11-1 */
export function mentionsPortees(a: ContenuDAccuse): CodeDeMention[] {
  const portees: (readonly [CodeDeMention, boolean])[] = [
    ['date-de-reception', a.recuLe !== ''],
    ['designation-du-service', a.service.trim() !== ''],
    ['adresse-postale', a.adresse.some((ligne) => ligne.trim() !== '')],
    ['adresse-electronique', a.courriel.trim() !== ''],
    ['telephone', a.telephone.trim() !== ''],
    ['nature-de-la-decision-implicite', true],
    ['date-de-la-decision-implicite', jourDuRejetImplicite(a.silenceDepuis) !== null],
    ['delais-et-voies-de-recours', a.tribunal.trim() !== ''],
    ['pieces-manquantes', a.piecesManquantes.trim() !== ''],
    ['delai-de-production-des-pieces', a.produireAvant !== null],
    ['effet-de-la-demande-incomplete', a.piecesManquantes.trim() !== ''],
  ]
  return portees.filter(([, presente]) => presente).map(([code]) => code)
}

/** Where each missing mention is filled in. */
const OU_REMPLIR: Partial<Record<CodeDeMention, string>> = {
  'delais-et-voies-de-recours': 'indiquez le tribunal administratif dans la fiche de l’établissement',
  'delai-de-production-des-pieces': 'fixez le délai pour produire les pièces manquantes',
}

export interface RefusDAccuse {
  readonly mentions: readonly CodeDeMention[]
  readonly message: string
}

/** Refuses an acknowledgement while a mention is missing: appeal periods would not run. @source CRPA, art. L. 112-6 */
export function refusDAccuseIncomplet(
  a: ContenuDAccuse,
  canal: 'papier' | 'electronique',
): RefusDAccuse | null {
  const contexte = { incomplete: a.piecesManquantes.trim() !== '' }
  const refus = refusDeMentions(mentionsPortees(a), canal, contexte)
  if (refus === null) return null
  const phrases = refus.mentions.map((code) => {
    const libelle = MENTIONS_CRPA.find((m) => m.code === code)?.libelle ?? code
    return `« ${libelle} » (${OU_REMPLIR[code] ?? 'complétez la fiche de l’établissement'})`
  })
  return {
    mentions: refus.mentions,
    message: `Il manque à l’accusé de réception : ${phrases.join(', ')}. Sans cela, les délais de recours ne courraient pas.`,
  }
}
