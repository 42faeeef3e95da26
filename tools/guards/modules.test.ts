import { describe, expect, it } from 'vitest'
import { fakeTree } from '../testing/fake-tree.ts'
import { checkModules } from './modules.ts'

const CLEAN = [
  'src/cases/eloges/README.md',
  'src/cases/eloges/index.ts',
  'src/cases/eloges/contract.ts',
  'src/cases/eloges/contract-remerciements.ts',
  'src/cases/eloges/domain/definition.ts',
  'src/cases/eloges/domain/rules.ts',
  'src/cases/eloges/domain/rules.test.ts',
  'src/cases/eloges/domain/temoignage.ts',
  'src/cases/eloges/eloges.test.ts',
  'src/cases/eloges/server/store.ts',
  'src/cases/eloges/server/store-search.ts',
  'src/cases/eloges/server/routes.ts',
  'src/cases/eloges/server/jobs.ts',
  'src/cases/eloges/server/subscribers.test.ts',
  'src/cases/eloges/server/commands/transmettre-au-service.ts',
  'src/cases/eloges/server/queries/lister.test.ts',
  'src/cases/eloges/server/html/accueil.ts',
  'src/cases/eloges/server/courriers/remerciement.docx',
  'src/cases/eloges/web/index.ts',
  'src/cases/eloges/web/pages.tsx',
  'src/cases/eloges/web/bouton-transmettre.tsx',
  'src/cases/eloges/web/paths.ts',
  'src/cases/eloges/testing/factories.ts',
  'src/core/journal/inscrire.ts',
  'src/core/journal/domain/entree.ts',
  'src/core/journal/domain/chaines/une.ts',
  'src/core/journal/inscrire.test.ts',
  'src/platform/keys.ts',
  'src/platform/db/pool.ts',
  'src/app/server.ts',
]
const READMES = {
  'src/core/journal/README.md': '`inscrire.ts` writes, `domain/entree.ts` describes, `domain/chaines/` too.',
  'src/platform/README.md': 'keys.ts: sort keys.',
  'src/platform/db/README.md': '- `pool.ts`: connections',
}

const BROKEN: readonly (readonly [file: string, rule: string])[] = [
  ['src/cases/eloges/server/helpers.ts', 'closed-list'],
  ['src/cases/eloges/utils.ts', 'closed-list'],
  ['src/cases/eloges/web/api/client.ts', 'closed-list'],
  ['src/activities/rapports/services/annuel.ts', 'closed-list'],
  ['src/activities/rapports/domain/nested/a.ts', 'closed-list'],
  ['src/app/monFichier.ts', 'kebab-case'],
  ['src/app/délai.ts', 'kebab-case'],
]

const found = (files: readonly string[]) => {
  const tree = fakeTree({ ...Object.fromEntries(files.map((file) => [file, ''])), ...READMES })
  const { findings } = checkModules(tree.root)
  tree.dispose()
  return findings.map(({ file, rule }) => [file, rule])
}

describe('where files live', () => {
  it('lets a clean tree pass', () => {
    expect(found(CLEAN)).toEqual([])
  })

  it.each(BROKEN)('refuses %s (%s)', (file, rule) => {
    expect(found([...CLEAN, file])).toEqual([[file, rule]])
  })

  it.each([
    ['src/core/journal/oublie.ts', 'src/core/journal/README.md'],
    ['src/core/journal/domain/oublie.ts', 'src/core/journal/README.md'],
    ['src/platform/http/route.ts', 'src/platform/http/README.md'],
  ])('refuses %s, that its README does not name', (file, readme) => {
    expect(found([...CLEAN, file])).toEqual([[readme, 'named-in-readme']])
  })

  it('refuses a core module that has no place in the order', () => {
    expect(found([...CLEAN, 'src/core/factures/README.md'])).toEqual([['src/core/factures', 'core-order']])
  })
})
