import { execFile } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listFiles } from './guards/files.ts'
import { type FakeTree, fakeTree } from './testing/fake-tree.ts'

const REPOSITORY = join(import.meta.dirname, '..')
const MIGRATION = `-- The model.
create schema pret_de_fauteuil;
create table pret_de_fauteuil.pret_de_fauteuil (dossier_id uuid primary key);
`
const FILES = {
  'package.json': '{ "type": "module" }\n',
  'biome.json': readFileSync(join(REPOSITORY, 'biome.json'), 'utf8'),
  'src/cases/eloges/domain/definition.ts': "export const prefixe = 'ELO'\n",
  'src/cases/pret-de-fauteuil/index.ts': "export { pretDeFauteuil } from './domain/definition.ts'\n",
  'src/cases/pret-de-fauteuil/domain/definition.ts':
    "export const pretDeFauteuil = { code: 'pret-de-fauteuil', libelle: 'Prêt de fauteuil', prefixe: 'PRF' }\nexport type PretDeFauteuil = typeof pretDeFauteuil\n",
  'src/cases/pret-de-fauteuil/domain/labels.ts': "export const TITRE = 'Les prêts de fauteuil'\n",
  'src/cases/pret-de-fauteuil/server/store.ts': "export const TABLE = 'pret_de_fauteuil.pret_de_fauteuil'\n",
  'src/cases/pret-de-fauteuil/pret-de-fauteuil.test.ts': '',
  'db/migrations/20261122T0510-pret-de-fauteuil-create-pret-de-fauteuil.sql': MIGRATION,
  'db/migrations/29991231T2359-eloges-create-eloge.sql': 'select 1;\n',
  'src/app/case-types.ts': `import { pretDeFauteuil } from '#cases/pret-de-fauteuil/index.ts'
// new:case: import { pretDeFauteuil } from '#cases/pret-de-fauteuil/index.ts'

export const CASE_TYPES = [
  pretDeFauteuil,
  // new:case: pretDeFauteuil,
] as const
`,
}

describe('new:case', () => {
  let tree: FakeTree
  beforeEach(() => {
    tree = fakeTree(FILES)
    symlinkSync(join(REPOSITORY, 'node_modules'), join(tree.root, 'node_modules'))
  })
  afterEach(() => tree.dispose())

  const run = (...args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const script = join(REPOSITORY, 'tools/new-case.ts')
      execFile(process.execPath, [script, ...args], { cwd: tree.root }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : 1, output: stdout + stderr }),
      )
    })
  const read = (path: string) => readFileSync(join(tree.root, path), 'utf8')
  const files = () => listFiles(tree.root, ['src', 'db'])

  it('copies the module, its migration and registers it', async () => {
    const { code, output } = await run(
      'objets-trouves',
      '--libelle',
      'Objet trouvé',
      '--pluriel',
      'Objets trouvés',
      '--prefixe',
      'OBT',
    )
    expect(output).toContain('npm run check')
    expect(code).toBe(0)
    expect(read('src/cases/objets-trouves/domain/definition.ts')).toContain(
      "objetsTrouves = { code: 'objets-trouves', libelle: 'Objet trouvé', prefixe: 'OBT' }",
    )
    expect(read('src/cases/objets-trouves/domain/definition.ts')).toContain(
      'type ObjetsTrouves = typeof objetsTrouves',
    )
    expect(read('src/cases/objets-trouves/domain/labels.ts')).toContain('Les objets trouvés')
    expect(existsSync(join(tree.root, 'src/cases/objets-trouves/objets-trouves.test.ts'))).toBe(true)
    const migration =
      files()
        .filter((file) => file.startsWith('db/'))
        .at(-1) ?? ''
    expect(migration).toBe('db/migrations/30000101T0000-objets-trouves-create-objets-trouves.sql')
    expect(read(migration)).toContain('create table objets_trouves.objets_trouves')
    expect(read(migration)).not.toContain('The model')
    const registry = read('src/app/case-types.ts')
    expect(registry).toContain("import { objetsTrouves } from '#cases/objets-trouves/index.ts'")
    expect(registry).toMatch(/pretDeFauteuil,\n {2}objetsTrouves,\n {2}\/\/ new:case: pretDeFauteuil,/)
    const leftovers = files().filter((file) => file.includes('objets') && /fauteuil|PRF/i.test(read(file)))
    expect(leftovers).toEqual([])
  })

  it('can be run twice, for two case types', async () => {
    await run('objets-trouves', '--prefixe', 'OBT')
    expect((await run('cultes')).code).toBe(0)
    expect(read('src/app/case-types.ts')).toMatch(/objetsTrouves,\n {2}cultes,\n {2}\/\/ new:case/)
  })

  it('writes nothing with --dry-run', async () => {
    const before = files()
    const { code, output } = await run('cultes', '--dry-run')
    expect([code, files()]).toEqual([0, before])
    expect(output).toContain('would write src/cases/cultes/domain/definition.ts')
  })

  it.each([
    ['an existing module', ['eloges', '--prefixe', 'XYZ'], 'exists already'],
    ['a badly named module', ['ObjetsTrouvés'], 'is not a module name'],
    ['a prefix already taken', ['elogieux'], 'The prefix ELO is taken'],
    ['a bad prefix', ['cultes', '--prefixe', 'c1'], 'is not a prefix'],
    ['no name', [], 'npm run new:case'],
  ])('refuses %s and writes nothing', async (_what, args, sentence) => {
    const before = files()
    const { code, output } = await run(...args)
    expect([code, files()]).toEqual([1, before])
    expect(output).toContain(sentence)
  })
})
