import { describe, expect, it } from 'vitest'
import { checkTemplate } from './check-template.ts'
import { docxFromParagraphs, type TemplateParagraph } from './docx-from-paragraphs.ts'
import { docxText } from './docx-text.ts'
import { renderTemplate } from './render-template.ts'
import { type KnownTag, MissingValueError, TemplateRefusedError } from './template-model.ts'
import { readZip, writeZip } from './zip.ts'

const KNOWN: readonly KnownTag[] = [
  { name: 'nom', kind: 'text' },
  { name: 'lieu', kind: 'text' },
  { name: 'urgent', kind: 'condition' },
  { name: 'lignes', kind: 'loop', children: [{ name: 'libelle', kind: 'text' }] },
]

const template = (
  paragraphs: readonly TemplateParagraph[],
  header: readonly string[] = [],
  footer: readonly string[] = [],
) => docxFromParagraphs({ title: 'Modèle', header, address: [], paragraphs, footer })
const check = (...paragraphs: string[]) => checkTemplate(template(paragraphs), KNOWN)
const replaced = (bytes: Uint8Array, part: string, from: string, to: string) =>
  writeZip(
    [...readZip(bytes)].map(([name, content]) => {
      const text = Buffer.from(content).toString('utf8')
      return [name, name === part ? Buffer.from(text.replace(from, to)) : content] as const
    }),
  )

describe('checkTemplate', () => {
  it('lists the fields of a good template, header and footer included', () => {
    const good = template(
      ['{nom}', '{#lignes}', '{libelle} {lieu}', '{/lignes}'],
      ['{lieu}'],
      ['{#urgent}x{/urgent}'],
    )
    expect(checkTemplate(good, KNOWN)).toEqual({
      tags: ['lieu', 'nom', 'lignes', 'libelle', 'urgent'],
      errors: [],
    })
  })

  it.each([
    ['an unknown field, with a suggestion', '{nomm}', 'unknown-tag', 'nomm', /Vouliez-vous écrire \{nom\}/u],
    ['a field of a loop used outside it', '{libelle}', 'unknown-tag', 'libelle', /n’existe pas/u],
    ['an expression', '{nom + lieu}', 'invalid-tag', 'nom + lieu', /sans guillemets ni calcul/u],
    ['raw markup', '{@nom}', 'invalid-tag', '@nom', /nom de champ/u],
    ['a reach for the runtime', '{__proto__}', 'unknown-tag', '__proto__', /n’existe pas/u],
    ['a simple field used as a loop', '{#nom}x{/nom}', 'wrong-kind', 'nom', /sans # ni \//u],
    ['a loop used as a simple field', '{lignes}', 'wrong-kind', 'lignes', /\{#lignes\}/u],
    ['a brace never closed', 'Bonjour {nom et', 'unclosed-tag', 'nom', /Il manque l’accolade fermante/u],
    ['a brace never opened', 'Bonjour nom} et', 'unopened-tag', 'nom', /pas d’accolade ouvrante/u],
    ['a loop never closed', '{#lignes}x', 'unclosed-loop', 'lignes', /n’est pas fermée/u],
    ['a loop never opened', 'x{/lignes}', 'unopened-loop', 'lignes', /pas ouverte/u],
    [
      'loops that cross',
      '{#lignes}{#urgent}x{/lignes}{/urgent}',
      'mismatched-loop',
      'urgent',
      /autre balise/u,
    ],
  ])('%s', (_case, paragraph, code, tag, message) => {
    const [error] = check('Premier paragraphe', paragraph).errors
    expect(error).toMatchObject({ code, tag })
    expect(error?.message).toMatch(message)
    expect(error?.place).toContain('corps du document, paragraphe «')
  })

  it.each([
    ['en-tête', template(['x'], ['{nom'])],
    ['pied de page', template(['x'], [], ['{inconnu}'])],
  ])('says that the mistake is in the « %s »', (place, bytes) => {
    expect(checkTemplate(bytes, KNOWN).errors).toMatchObject([{ place }])
  })

  it('understands the quotes and spaces that Word adds, and a field cut into several runs', () => {
    const cut = replaced(template(['{nom}']), 'word/document.xml', '{nom}', '{n</w:t></w:r><w:r><w:t>om}')
    expect(checkTemplate(cut, KNOWN)).toEqual({ tags: ['nom'], errors: [] })
    expect(check('{« nom »}', '{ \u00a0lieu }')).toEqual({ tags: ['nom', 'lieu'], errors: [] })
  })

  const plain = template(['x'])
  it.each([
    ['text', Buffer.from('bonjour'), 'not-a-docx'],
    ['PDF', Buffer.from('%PDF-1.7'), 'not-a-docx'],
    ['RTF', Buffer.from('{\\rtf1 x}'), 'old-format'],
    ['a cut file', plain.subarray(0, plain.length - 40), 'damaged'],
    ['macros', writeZip([...readZip(plain), ['word/vbaProject.bin', Buffer.from('x')] as const]), 'macros'],
    [
      'an entity',
      replaced(
        plain,
        'word/document.xml',
        '<w:document',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "http://a.test/">]><w:document',
      ),
      'hostile-xml',
    ],
    [
      'a distant template',
      replaced(
        plain,
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://x/attachedTemplate" Target="http://a.test/x.dotm" TargetMode="External"/></Relationships>',
      ),
      'external-content',
    ],
  ])('refuses %s with a sentence', (_case, bytes, code) => {
    const { errors } = checkTemplate(bytes, KNOWN)
    expect(errors).toMatchObject([{ code, message: expect.stringMatching(/\.$/u) }])
    expect(() => renderTemplate(bytes, {})).toThrow(TemplateRefusedError)
  })
})

describe('renderTemplate', () => {
  const letter = template([
    'Bonjour {nom},',
    '{#lignes}',
    '- {libelle} ({lieu})',
    '{/lignes}',
    '{#urgent}Vite !{/urgent}',
  ])

  it('replaces fields, repeats loops, keeps line breaks and shows markup as text', () => {
    const data = {
      nom: 'A & <b>B</b>\nC',
      lieu: 'Lyon',
      urgent: false,
      lignes: [{ libelle: '{nom}' }, { libelle: 'Œil' }],
    }
    expect(docxText(renderTemplate(letter, data).bytes).split('\n').slice(0, 4)).toEqual([
      'Bonjour A & <b>B</b>',
      'C,',
      '- {nom} (Lyon)',
      '- Œil (Lyon)',
    ])
  })

  it('names every field without a value instead of leaving a hole', () => {
    expect(() => renderTemplate(letter, { nom: 'x', lignes: [{ libelle: 'a' }] })).toThrow(MissingValueError)
    expect(() => renderTemplate(letter, { nom: 'x', lignes: [{ libelle: 'a' }] })).toThrow(/lieu, urgent/u)
  })

  it('refuses a template that was not checked', () => {
    expect(() => renderTemplate(template(['{nom']), { nom: 'x' })).toThrow(TemplateRefusedError)
  })

  it('gives the same bytes for the same data', () => {
    const data = { nom: 'x', lieu: 'y', urgent: true, lignes: [] }
    expect(Buffer.compare(renderTemplate(letter, data).bytes, renderTemplate(letter, data).bytes)).toBe(0)
  })

  it('drops characters that XML cannot hold', () => {
    const text = docxText(renderTemplate(template(['[{nom}]']), { nom: 'a\u0001\u0000b' }).bytes)
    expect(text).toContain('[ab]')
  })
})
