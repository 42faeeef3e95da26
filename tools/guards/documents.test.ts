import { describe, expect, it } from 'vitest'
import { fakeTree } from '../testing/fake-tree.ts'
import { checkDocuments } from './documents.ts'

const adr = (consequences = 'We live with it.', status = 'accepted') =>
  `# One\n\nStatus: ${status}\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n\n## Consequences\n\n${consequences}\n`

const CLEAN = {
  'README.md':
    'See `src/app/server.ts`, [rules](CONVENTIONS.md#names), `db/migrations/`, [site](https://exemple.fr).\n',
  'CONVENTIONS.md':
    'Models: `src/cases/<module>/index.ts`, `docs/adr/NNNN-title.md`, `src/*/x.ts`.\n\n```\nsrc/absent.ts\n```\n',
  'src/app/server.ts': '',
  'src/app/README.md': '[server](server.ts)\n',
  'db/migrations/a.sql': '',
  'docs/adr/0001-one.md': adr('We live with `src/gone.ts`.', 'superseded by 0002'),
  'docs/adr/0002-two.md': adr(),
}
const found = (files: Readonly<Record<string, string>>) => {
  const tree = fakeTree({ ...CLEAN, ...files })
  const { findings } = checkDocuments(tree.root)
  tree.dispose()
  return findings.map(({ file, rule }) => [file, rule])
}

describe('documents', () => {
  it('lets a clean tree pass', () => {
    expect(found({})).toEqual([])
  })

  it.each([
    ['README.md', 'The server is `src/app/serveur.ts`.\n', 'path-exists'],
    ['docs/architecture.md', '[rules](../CONVENTION.md)\n', 'path-exists'],
    ['docs/adr/0002-again.md', adr(), 'decision-register'],
    ['docs/adr/0003-three.md', adr(''), 'decision-register'],
    ['docs/adr/0003-three.md', adr('x', 'superseded by 0009'), 'decision-register'],
    ['docs/adr/three.md', adr(), 'decision-register'],
  ])('refuses %s containing « %s » (%s)', (file, content, rule) => {
    const all = found({ [file]: content })
    expect(all.map(([, name]) => name)).toEqual([rule])
  })
})
