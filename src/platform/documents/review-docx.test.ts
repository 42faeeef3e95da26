import { describe, expect, it } from 'vitest'
import { docxFromParagraphs } from './docx-from-paragraphs.ts'
import { renderTemplate } from './render-template.ts'
import { reviewDocx } from './review-docx.ts'
import { reviewUploadedDocx } from './review-uploaded-docx.ts'
import { readZip, writeZip } from './zip.ts'

const LETTER = docxFromParagraphs({
  title: 'Lettre',
  header: ['Hôpital'],
  address: ['Madame PETIT'],
  paragraphs: ['Madame,', 'Nous avons bien reçu votre lettre.', 'Cordialement'],
  footer: ['Pied'],
})

/** The letter with its parts changed; a part that is not there is added. */
const changed = (changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array => {
  const files = new Map(readZip(LETTER))
  for (const [part, change] of Object.entries(changes)) {
    const before = Buffer.from(files.get(part) ?? new Uint8Array()).toString('utf8')
    files.set(part, Buffer.from(change(before)))
  }
  return writeZip([...files])
}
const SENTENCE = '<w:t xml:space="preserve">Nous avons bien reçu votre lettre.</w:t>'
const body = (run: string): Uint8Array =>
  changed({ 'word/document.xml': (xml) => xml.replace(`<w:r>${SENTENCE}</w:r>`, run) })
const utf16 = (part: string): Uint8Array =>
  writeZip(
    [...readZip(LETTER)].map(([name, content]) => [
      name,
      name === part ? Buffer.from(Buffer.from(content).toString('utf8'), 'utf16le') : content,
    ]),
  )
/** The same XML, its Word namespace under another prefix, as libraries that write XML by themselves do. */
const prefixed = (xml: string, prefix: string): string =>
  xml
    .replaceAll('xmlns:w=', prefix === '' ? 'xmlns=' : `xmlns:${prefix.slice(0, -1)}=`)
    .replaceAll(/(<\/?)w:/gu, `$1${prefix}`)
    .replaceAll(/ w:(\w+=)/gu, prefix === '' ? ' $1' : ` ${prefix}$1`)
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`

const review = (bytes: Uint8Array) => {
  const found = reviewDocx(bytes)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.review
}

describe('ce que dit une lettre', () => {
  it('est son en-tête, son texte et son pied, dans l’ordre', () =>
    expect(review(LETTER)).toMatchObject({
      defects: [],
      paragraphs: [
        'Hôpital',
        'Madame PETIT',
        'Madame,',
        'Nous avons bien reçu votre lettre.',
        'Cordialement',
        'Pied',
        'Page 1 sur 1',
      ],
    }))

  it.each([
    [
      'une insertion suivie',
      `<w:ins w:id="1" w:author="A"><w:r>${text('Ajout')}</w:r></w:ins>`,
      'tracked-changes',
      'Ajout',
    ],
    [
      'une suppression suivie',
      `<w:r>${text('Reste')}</w:r><w:del w:id="1"><w:r><w:delText>Retiré</w:delText></w:r></w:del>`,
      'tracked-changes',
      'Reste',
    ],
    [
      'un déplacement suivi',
      `<w:moveFrom w:id="1"><w:r>${text('Avant')}</w:r></w:moveFrom><w:moveTo w:id="2"><w:r>${text('Après')}</w:r></w:moveTo>`,
      'tracked-changes',
      'Après',
    ],
    [
      'une mise en forme suivie',
      `<w:r><w:rPr><w:b/><w:rPrChange w:id="3"><w:rPr/></w:rPrChange></w:rPr>${text('Gras')}</w:r>`,
      'tracked-changes',
      'Gras',
    ],
    [
      'un commentaire',
      `<w:commentRangeStart w:id="0"/><w:r>${text('Phrase')}</w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      'comments',
      'Phrase',
    ],
    [
      'du texte masqué',
      `<w:r>${text('Visible')}</w:r><w:r><w:rPr><w:vanish/></w:rPr>${text('Secret')}</w:r>`,
      'hidden-text',
      'Visible',
    ],
  ] as const)('signale %s, avec sa place', (_cas, run, code, shown) => {
    const { defects, paragraphs } = review(body(run))
    expect(defects).toEqual([
      {
        code,
        place: `corps du document, paragraphe «\u00a0${shown}\u00a0»`,
        message: expect.stringContaining('Dans Word'),
      },
    ])
    expect(paragraphs).toContain(shown)
    expect(paragraphs.join()).not.toMatch(/Retiré|Avant|Secret/)
  })

  it('cache ce qu’un style masque, et ceux qui en découlent', () => {
    const styled = changed({
      'word/document.xml': (xml) =>
        xml.replace(
          `<w:r>${SENTENCE}</w:r>`,
          `<w:r><w:rPr><w:rStyle w:val="Enfant"/></w:rPr>${text('Secret')}</w:r>`,
        ),
      'word/styles.xml': (xml) =>
        xml.replace(
          '</w:styles>',
          '<w:style w:type="character" w:styleId="Masque"><w:name w:val="Masque"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Enfant"><w:name w:val="Enfant"/><w:basedOn w:val="Masque"/></w:style></w:styles>',
        ),
    })
    const { defects, paragraphs } = review(styled)
    expect(defects.map(({ code }) => code)).toEqual(['hidden-text'])
    expect(paragraphs.join()).not.toContain('Secret')
  })

  it('montre ce qu’une propriété démasque', () =>
    expect(review(body(`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>${text('Visible')}</w:r>`))).toMatchObject({
      defects: [],
      paragraphs: expect.arrayContaining(['Visible']),
    }))

  it('trouve un commentaire dont l’ancre est perdue', () => {
    const lost = changed({
      'word/comments.xml': () =>
        '<w:comments><w:comment w:id="0" w:author="Dr B."><w:p><w:r><w:t>À ne pas dire</w:t></w:r></w:p></w:comment></w:comments>',
    })
    expect(review(lost).defects).toEqual([
      { code: 'comments', place: 'commentaire «\u00a0À ne pas dire\u00a0»', message: expect.any(String) },
    ])
  })

  it('signale ce qui est dans l’en-tête', () => {
    const inHeader = changed({ 'word/header1.xml': (xml) => xml.replace('<w:r>', '<w:ins w:id="1"/><w:r>') })
    expect(review(inHeader).defects).toMatchObject([
      { code: 'tracked-changes', place: 'en-tête, paragraphe «\u00a0Hôpital\u00a0»' },
    ])
  })
})

describe('l’identité invisible d’une lettre', () => {
  const withIdentity = renderTemplate(
    LETTER,
    {},
    { PorteVoixCourrier: 'id-1', PorteVoixDossier: 'REC & 1' },
  ).bytes

  it('se relit', () =>
    expect([...review(withIdentity).properties]).toEqual([
      ['PorteVoixCourrier', 'id-1'],
      ['PorteVoixDossier', 'REC & 1'],
    ]))

  it('en remplace une autre, et garde les propriétés de l’hôpital', () => {
    const files = new Map(readZip(withIdentity))
    const custom = Buffer.from(files.get('docProps/custom.xml') ?? '').toString('utf8')
    files.set('docProps/custom.xml', Buffer.from(custom.replace('PorteVoixDossier', 'Charte')))
    const again = renderTemplate(writeZip([...files]), {}, { PorteVoixCourrier: 'id-2' }).bytes
    expect([...review(again).properties]).toEqual([
      ['Charte', 'REC & 1'],
      ['PorteVoixCourrier', 'id-2'],
    ])
  })
})

describe('un fichier qui n’est pas une lettre', () => {
  it.each([
    ['du texte', Buffer.from('bonjour'), 'not-a-docx'],
    ['rien', new Uint8Array(), 'not-a-docx'],
    ['une archive coupée', LETTER.subarray(0, 900), 'damaged'],
    ['un document à macros', changed({ 'word/vbaProject.bin': () => 'x' }), 'macros'],
    [
      'un document qui appelle une image',
      changed({
        'word/_rels/document.xml.rels': (x) =>
          x.replace(
            '</Relationships>',
            '<Relationship Id="r9" Type="http://x/image" Target="http://ailleurs.example/i.png" TargetMode="External"/></Relationships>',
          ),
      }),
      'external-content',
    ],
    [
      'un document valide dont les balises ont un autre préfixe',
      changed({ 'word/document.xml': (xml) => prefixed(xml, 'ns0:') }),
      'other-prefixes',
    ],
    [
      'un document valide dont les balises n’ont pas de préfixe',
      changed({ 'word/document.xml': (xml) => prefixed(xml, '') }),
      'other-prefixes',
    ],
    [
      'un document dont seul le pied de page est écrit autrement',
      changed({ 'word/footer1.xml': (xml) => prefixed(xml, 'ns0:') }),
      'other-prefixes',
    ],
    ['un document en UTF-16', utf16('word/document.xml'), 'other-prefixes'],
    [
      'un document dont les liens sont écrits autrement',
      changed({
        'word/_rels/document.xml.rels': (xml) =>
          xml
            .replace('<Relationships xmlns=', '<r:Relationships xmlns:r=')
            .replaceAll('<Relationship ', '<r:Relationship ')
            .replace('</Relationships>', '</r:Relationships>'),
      }),
      'other-prefixes',
    ],
  ])('est refusé : %s', async (_cas, bytes, code) => {
    const found = await reviewUploadedDocx(bytes)
    expect(found).toMatchObject({ ok: false, refusal: { code, message: expect.stringMatching(/[.]$/) } })
  })

  it('se lit dans un fil à part', async () =>
    expect(await reviewUploadedDocx(LETTER)).toMatchObject({ ok: true, review: { defects: [] } }))
})
