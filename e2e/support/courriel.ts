import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const MOIS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const JOURS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const JOUR_MS = 86_400_000

export interface Fichier {
  readonly nom: string
  readonly type: string
  readonly octets: Buffer
}

/** YYYY-MM-DD, `jours` before today in Paris. */
export function ilYA(jours: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
  return format.format(new Date(Date.now() - jours * JOUR_MS))
}

const enDate = (jour: string, heure: string): string => {
  const [annee = 0, mois = 1, quantieme = 1] = jour.split('-').map(Number)
  const nom = JOURS[new Date(Date.UTC(annee, mois - 1, quantieme)).getUTCDay()]
  return `${nom}, ${quantieme} ${MOIS[mois - 1]} ${annee} ${heure} +0100`
}

let rang = 0

/**
 * The fixture mail, as if it had arrived on `recuLe`: the same letter and attachments, another message. Received in the
 * middle of the day, so that the legal day is the same in winter and summer time.
 */
export function plainteRecueLe(recuLe: string): Fichier {
  rang += 1
  const cle = `${Date.now()}-${rang}`
  const texte = readFileSync(join(FIXTURES, 'plainte-urgences.eml'), 'latin1')
    .replace(/Thu, 5 Nov 2026 21:14:03 \+0100/, enDate(recuLe, '14:14:03'))
    .replace(/^Date: .*$/m, `Date: ${enDate(recuLe, '14:13:58')}`)
    .replace('<plainte-urgences-0387@', `<plainte-${cle}@`)
  return {
    nom: 'Plainte, ma mère aux urgences.eml',
    type: 'message/rfc822',
    octets: Buffer.from(texte, 'latin1'),
  }
}

/** The identifier under which a mail of these journeys travels. */
export const identifiantDe = ({ octets }: Fichier): string =>
  /^Message-ID: (<[^>]+>)/im.exec(octets.toString('latin1'))?.[1] ?? ''

/** A short mail of the same person, that answers another one. */
export function suiteDuCourriel(precedent: Fichier, recuLe: string): Fichier {
  rang += 1
  const lignes = [
    'Received: from relais.fournisseur.example (relais.fournisseur.example [203.0.113.9])',
    `\tby mx.ch-valserine.example with ESMTPS id 7a32;\r\n\t${enDate(recuLe, '10:02:00')}`,
    'From: =?utf-8?B?SMOpbMOobmUgRGVsYXR0cmU=?= <helene.delattre@fournisseur.example>',
    'To: relations.usagers@ch-valserine.example',
    'Subject: Re: ma plainte',
    `Date: ${enDate(recuLe, '10:01:50')}`,
    `Message-ID: <suite-${Date.now()}-${rang}@fournisseur.example>`,
    `In-Reply-To: ${identifiantDe(precedent)}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bonjour, personne ne m’a rappelée depuis.',
    '',
  ]
  return { nom: 'Re ma plainte.eml', type: 'message/rfc822', octets: Buffer.from(lignes.join('\r\n')) }
}

export const fixture = (nom: string, type: string): Fichier => ({
  nom,
  type,
  octets: readFileSync(join(FIXTURES, nom)),
})

/** A one-page PDF that says these words: letters of the first 128 only. */
function pdfQuiDit(texte: string): Buffer {
  const flux = `BT /F1 12 Tf 40 800 Td (${texte}) Tj ET`
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${flux.length}>>stream
${flux}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
    'latin1',
  )
}

/** A short mail with a PDF that says something the mail does not. */
export function courrielAvecPdf(nom: string, texte: string): Fichier {
  rang += 1
  const lignes = [
    'From: Karim Benali <karim.benali@fournisseur.example>',
    'To: relations.usagers@ch-valserine.example',
    'Subject: Le compte rendu',
    `Message-ID: <pdf-${Date.now()}-${rang}@fournisseur.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="limite"',
    '',
    '--limite',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bonjour, voici le document dont je vous ai parle.',
    '--limite',
    'Content-Type: application/pdf',
    `Content-Disposition: attachment; filename="${nom}"`,
    'Content-Transfer-Encoding: base64',
    '',
    pdfQuiDit(texte).toString('base64'),
    '--limite--',
    '',
  ]
  return { nom: 'Le compte rendu.eml', type: 'message/rfc822', octets: Buffer.from(lignes.join('\r\n')) }
}
