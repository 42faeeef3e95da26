import { describe, expect, it } from 'vitest'
import { DOCUMENT_TYPES } from './document-types.ts'
import { docxFromParagraphs } from './docx-from-paragraphs.ts'
import { pdfOfLines, tinyPdf } from './pdf.testing.ts'
import { MAX_TEXT, readText } from './read-text.ts'
import { writeZip } from './zip.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const type = (name: keyof typeof DOCUMENT_TYPES): string => DOCUMENT_TYPES[name].contentType
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(Object.entries(files).map(([name, text]) => [name, bytes(text)] as const))

const ODT =
  '<office:text><text:h>Compte&#x2011;rendu</text:h><text:p>Sonnette<text:s text:c="2"/>hors<text:tab/>d&apos;usage</text:p>' +
  '<text:p>Ligne une<text:line-break/>ligne deux &inconnue;</text:p></office:text>'

/** A standard security handler whose passwords nobody knows. */
const SECRET = `<${'41'.repeat(32)}>`
const PROTEGE = Buffer.from(
  Buffer.from(
    tinyPdf('', `9 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4 /O ${SECRET} /U ${SECRET} >>\nendobj`),
  )
    .toString('latin1')
    .replace('<< /Root 1 0 R >>', '<< /Root 1 0 R /Encrypt 9 0 R /ID [<00> <00>] >>'),
  'latin1',
)

describe('lire le texte d’un document', () => {
  it.each([
    [
      'Word',
      'docx',
      docxFromParagraphs({
        title: 'T',
        header: [],
        address: [],
        paragraphs: ['Une sonnette', 'La nuit'],
        footer: [],
      }),
      'Une sonnette\nLa nuit',
    ],
    [
      'OpenDocument',
      'odt',
      zip({ 'content.xml': ODT }),
      "Compte‑rendu\nSonnette hors d'usage\nLigne une\nligne deux",
    ],
    [
      'tableur',
      'xlsx',
      zip({
        'xl/sharedStrings.xml':
          '<sst><si><t>Motif</t></si><si><r><t>Atten</t></r><r><t>te</t></r></si></sst>',
      }),
      'Motif\nAttente',
    ],
    [
      'présentation',
      'pptx',
      zip({
        'ppt/slides/slide1.xml':
          '<p:sld><a:p><a:r><a:t>Bilan</a:t></a:r></a:p><a:p><a:r><a:t>2026</a:t></a:r></a:p></p:sld>',
      }),
      'Bilan\n2026',
    ],
    ['texte', 'text', Buffer.from('Été à l’hôpital', 'utf8'), 'Été à l’hôpital'],
    [
      'PDF',
      'pdf',
      pdfOfLines([['Une sonnette hors de portée, la nuit.']]),
      'Une sonnette hors de portée, la nuit.',
    ],
  ] as const)('%s', async (_cas, nom, contenu, attendu) => {
    const lu = await readText(contenu, type(nom))
    expect(lu).toMatchObject({ kind: 'text', truncated: false, pictures: [] })
    expect(lu.kind === 'text' ? lu.text.trim() : '').toContain(attendu)
  })

  it('dit quelles pages d’un PDF ne sont que des images', async () => {
    const page = ['Une sonnette hors de portée, la nuit.']
    expect(await readText(pdfOfLines([page, [], page, ['3']]), type('pdf'))).toMatchObject({
      kind: 'text',
      pictures: [2, 4],
    })
    expect(await readText(pdfOfLines([[], []]), type('pdf'))).toEqual({ kind: 'picture', pages: [1, 2] })
    expect(await readText(bytes('x'), type('jpeg'))).toEqual({ kind: 'picture', pages: null })
  })

  it('garde le début d’un texte démesuré, et le dit', async () => {
    const lu = await readText(bytes('attente aux urgences\n'.repeat(20_000)), type('text'))
    expect(lu).toMatchObject({ kind: 'text', truncated: true })
    expect(lu.kind === 'text' && lu.text.length).toBeLessThanOrEqual(MAX_TEXT)
  })

  it.each([
    ['un PDF tronqué', 'pdf', Buffer.from(tinyPdf()).subarray(0, 40), 'damaged'],
    ['une archive abîmée', 'docx', bytes('PK\u0003\u0004 rien'), 'damaged'],
    ['un texte qui n’en est pas un', 'text', Buffer.alloc(3000, 1), 'damaged'],
    ['un PDF protégé', 'pdf', PROTEGE, 'password'],
  ] as const)('dit pourquoi elle ne peut pas : %s', async (_cas, nom, contenu, reason) => {
    expect(await readText(contenu, type(nom))).toEqual({ kind: 'unreadable', reason })
  })

  it('n’ouvre pas une archive qui enflerait hors de proportion', async () => {
    const bombe = zip({ 'content.xml': ' '.repeat(30 * 1024 * 1024) })
    expect(await readText(bombe, type('odt'))).toMatchObject({ kind: 'unreadable' })
  })

  it('ne cherche pas de texte où il n’y en a pas', async () => {
    expect(await readText(bytes('x'), type('zip'))).toEqual({ kind: 'none' })
  })
})
