import { describe, expect, it } from 'vitest'
import { fakeTree } from '../testing/fake-tree.ts'
import { checkGlossary } from './glossary.ts'

const row = (...cells: string[]) => `| ${cells.join(' | ')} |\n`
const HEADER =
  row('Terme', 'Libellé', 'Identifiant', 'Refusés', 'Source') + row('---', '---', '---', '---', '---')
const TABLE =
  HEADER +
  row('réclamation', 'Réclamation', '`reclamation`', '`plainte` `complaint`', 'CSP R. 1112-91') +
  row('plainte pénale', 'Plainte', '`plaintePenale`', '', 'CPP 15-3') +
  row('échéance', 'Échéance', '`echeance`', '`deadline`', 'usage')

const check = (file: string, content: string, table = TABLE) => {
  const tree = fakeTree({ 'docs/glossaire.md': table, [file]: content })
  const { findings } = checkGlossary(tree.root)
  tree.dispose()
  return findings.map(({ rule, message }) => [rule, message.split(':')[0]])
}

describe('glossary', () => {
  it('lets the terms, the strings and the words of libraries pass', () => {
    const content =
      "export const reclamation = { deadline() {} }.deadline\nexport type PlaintePenaleId = 'plainte'\nwork.deadline.complaint()\n"
    expect(
      check('src/core/dossiers/domain/deadlines.ts', content.replace('deadline() {}', "'plainte': 1")),
    ).toEqual([])
    expect(check('src/platform/jobs/run.ts', 'export const deadline = 1\n')).toEqual([])
    expect(
      check('src/cases/eloges/web/page.tsx', 'export const A = () => <p>La plainte déposée</p>\n'),
    ).toEqual([])
  })

  it.each([
    ['a variable', 'export const listeDesPlaintes = []\n', 'listeDesPlaintes'],
    ['a type', 'export type ComplaintId = string\n', 'ComplaintId'],
    ['a property', 'export const a = { deadline: 1 }\n', 'deadline'],
    ['a constant', 'export const DEADLINE_DE_REPONSE = 1\n', 'DEADLINE_DE_REPONSE'],
    ['a parameter', 'export const f = (plainte: string) => plainte\n', 'plainte'],
  ])('refuses a synonym in %s', (_where, content, name) => {
    expect(check('src/core/dossiers/clore.ts', content)).toEqual([['glossary', `« ${name} »`]])
  })

  it('refuses a term of the domain in platform', () => {
    expect(check('src/platform/jobs/run.ts', 'export const echeancesOf = 1\n')).toEqual([
      ['platform-knows-no-noun', '« echeancesOf » is a term of the domain'],
    ])
  })

  it('refuses a synonym in the name of a folder', () => {
    expect(check('src/cases/plaintes/index.ts', '')).toEqual([['glossary', '« plaintes »']])
  })

  it.each([
    ['without source', HEADER + row('état', 'État', '`etat`', '', '')],
    ['with an accent', HEADER + row('état', 'État', '`état`', '', 'usage')],
    ['defined twice', TABLE + row('délai', 'Délai', '`echeance`', '', 'usage')],
    ['both kept and refused', TABLE + row('plainte', 'Plainte', '`plainte`', '', 'usage')],
    ['in no table', 'Rien.\n'],
  ])('refuses a term %s', (_what, table) => {
    expect(check('src/core/dossiers/clore.ts', '', table).map(([rule]) => rule)).toContain('glossary-table')
  })
})
