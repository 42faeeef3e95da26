import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { MODEL, type NewCase, planNewCase, type Write } from './case-copy.ts'

const USAGE =
  'npm run new:case -- <name> [--libelle "Objet trouvé"] [--pluriel "Objets trouvés"] [--prefixe OBT] [--dry-run]'

type Options = { readonly libelle?: string; readonly pluriel?: string; readonly prefixe?: string }

/** What the name alone gives: objets-trouves → « Objets trouves », OBJ. */
function withDefaults(name: string, { libelle, pluriel, prefixe }: Options): NewCase {
  const text = name.replaceAll('-', ' ')
  const label = libelle ?? text.charAt(0).toUpperCase() + text.slice(1)
  const prefix =
    prefixe ??
    name
      .replace(/[^a-z]/g, '')
      .slice(0, 3)
      .toUpperCase()
  return { name, label, plural: pluriel ?? label, prefix }
}

function write(root: string, writes: readonly Write[]): void {
  for (const { path, content } of writes) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** Lines added at the markers, and names of another length, rarely fall in the order and width of the formatter. */
function format(root: string, writes: readonly Write[]): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const paths = writes.map(({ path }) => path).filter((path) => /\.(?:tsx?|json|css)$/.test(path))
  spawnSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root, stdio: 'inherit' })
}

function nextSteps({ name, label, prefix }: NewCase): string {
  const folder = `src/cases/${name}`
  return [
    `« ${label} » (${prefix}) is in ${folder}. Next, in this order:`,
    `  1. ${folder}/domain/model.ts and definition.ts: states, transitions, in the words of docs/glossaire.md`,
    `  2. ${folder}/domain/rules.ts, deadlines.ts, permissions.ts, labels.ts: refusals, deadlines, who may, French wording`,
    '  3. the new file of db/migrations: its columns, its header; then npm exec -c "node db/generate-types.ts"',
    `  4. ${folder}/contract.ts, then web/: the form and the page`,
    `  5. npx vitest run ${folder} and npm run check`,
    `  6. ${folder}/README.md: purpose, source of law, who decides; a file in nouveautes`,
  ].join('\n')
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      libelle: { type: 'string' },
      pluriel: { type: 'string' },
      prefixe: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [name, ...others] = positionals
  if (name === undefined || others.length > 0) throw new Error(USAGE)
  const root = process.cwd()
  const to = withDefaults(name, values)
  const writes = planNewCase(root, to, new Date())
  for (const { path } of writes) console.log(`${values['dry-run'] ? 'would write' : 'writes'} ${path}`)
  if (values['dry-run']) return
  write(root, writes)
  format(root, writes)
  console.log(`\n${nextSteps(to)}`)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(`Nothing was written. The model is src/cases/${MODEL.name}.`)
  process.exitCode = 1
}
