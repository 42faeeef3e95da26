import { formaterJour, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { docxFromParagraphs, type TemplateParagraph } from '#platform/documents/index.ts'
import { boucle, texteDe } from './domain/balise.ts'
import type { Signataire } from './domain/signataire.ts'

/** The fields every letter of the service has; a template adds its own: `ChampsDeLettre & { … }`. */
export type ChampsDeLettre = {
  readonly etablissement: string
  readonly service: string
  readonly adresseDuService: string
  readonly courrielDuService: string
  readonly telephoneDuService: string
  readonly destinataire: readonly { readonly ligne: string }[]
  readonly lieuEtDate: string
  readonly numero: string
  readonly signataireNom: string
  readonly signataireQualite: string
}

/** Their description. The service, its addresses and phone are mentions of every acknowledgement (CRPA, art. R. 112-5). */
export const BALISES_DE_LETTRE = {
  etablissement: texteDe('Nom de l’établissement'),
  service: texteDe('Nom du service chargé du dossier', { exigee: true }),
  adresseDuService: texteDe('Adresse postale du service', { exigee: true }),
  courrielDuService: texteDe('Adresse électronique du service', { exigee: true }),
  telephoneDuService: texteDe('Téléphone du service', { exigee: true }),
  destinataire: boucle('Destinataire', { ligne: texteDe('Une ligne de l’adresse') }),
  lieuEtDate: texteDe('Lieu et date de la lettre'),
  numero: texteDe('Numéro du dossier'),
  signataireNom: texteDe('Nom du signataire', { facultative: true }),
  signataireQualite: texteDe('Qualité du signataire', { facultative: true }),
} as const

export const EXEMPLE_DE_LETTRE: ChampsDeLettre = {
  etablissement: 'Centre hospitalier des Trois-Rivières',
  service: 'Relations avec les usagers',
  adresseDuService: '1 rue des Tilleuls, 99999 VILLENEUVE',
  courrielDuService: 'usagers@ch-trois-rivieres.example',
  telephoneDuService: '01 99 00 00 00',
  destinataire: [
    { ligne: 'Madame Amélie PETIT' },
    { ligne: '12 allée des Acacias' },
    { ligne: '99998 BELLERIVE' },
  ],
  lieuEtDate: 'VILLENEUVE, le 3 mars 2026',
  numero: 'REC-2026-00042',
  signataireNom: 'Camille MARTIN',
  signataireQualite: 'La directrice des relations avec les usagers',
}

/** What a letter needs to know of the establishment (structures.etablissement). */
export interface Emetteur {
  readonly nom: string
  readonly serviceNom: string
  readonly adresse: readonly string[]
  readonly courriel: string
  readonly telephone: string
  readonly signataireNom: string
  readonly signataireQualite: string
}

/** Values of the common fields. `destinataire`: lines of the postal address, or of the e-mail address alone. */
export function champsDeLettre(lettre: {
  readonly emetteur: Emetteur
  readonly destinataire: readonly string[]
  readonly date: JourCivil
  readonly numero: string
  /** who signs; null for the one of the establishment's settings */
  readonly signataire?: Pick<Signataire, 'nom' | 'qualite'> | null
}): ChampsDeLettre {
  const { emetteur, destinataire, date, numero, signataire = null } = lettre
  const lieu = lieuDe(emetteur.adresse)
  return {
    etablissement: emetteur.nom,
    service: emetteur.serviceNom,
    adresseDuService: emetteur.adresse.join(', '),
    courrielDuService: emetteur.courriel,
    telephoneDuService: emetteur.telephone,
    destinataire: destinataire.filter((ligne) => ligne.trim() !== '').map((ligne) => ({ ligne })),
    lieuEtDate:
      lieu === ''
        ? `Le ${formaterJour(date, { semaine: false })}`
        : `${lieu}, le ${formaterJour(date, { semaine: false })}`,
    numero,
    signataireNom: signataire?.nom ?? emetteur.signataireNom,
    signataireQualite: signataire?.qualite ?? emetteur.signataireQualite,
  }
}

/** The town of a postal address: its last line without postal code nor CEDEX; empty when it cannot be told. */
export function lieuDe(adresse: readonly string[]): string {
  const ville = /^\d{5}\s+(.+?)(?:\s+cedex\b.*)?$/iu.exec((adresse.at(-1) ?? '').trim())
  return ville?.[1] ?? ''
}

/**
 * The .docx of a letter in the usual French layout: sender, address in the window of the envelope, place and date,
 * object, references, body, signature, and the service's coordinates at the foot of each page. Fields as {tags}.
 */
export function lettreType(lettre: {
  /** of the document's properties */
  readonly titre: string
  readonly objet: string
  /** ends with the formula that precedes the signature */
  readonly corps: readonly TemplateParagraph[]
}): Uint8Array {
  const corps = lettre.corps.map((p, i) =>
    typeof p === 'string' && i === lettre.corps.length - 1 ? ({ text: p, style: 'closing' } as const) : p,
  )
  return docxFromParagraphs({
    title: lettre.titre,
    header: ['{etablissement}', '{service}'],
    address: ['{#destinataire}', '{ligne}', '{/destinataire}'],
    paragraphs: [
      { text: '{lieuEtDate}', style: 'right' },
      { text: `Objet\u00a0: ${lettre.objet}\nNos références\u00a0: {numero}`, style: 'body' },
      ...corps,
      { text: '{signataireQualite}\n{signataireNom}', style: 'signature' },
    ],
    footer: [
      '{service} – {adresseDuService}',
      'Téléphone\u00a0: {telephoneDuService} – Courriel\u00a0: {courrielDuService}',
    ],
  })
}
