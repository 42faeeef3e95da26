import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './guards/files.ts'

/** The fake case type that every new one starts from. */
export const MODEL = { name: 'pret-de-fauteuil', label: 'Prêt de fauteuil', prefix: 'PRF' } as const

export type NewCase = {
  readonly name: string
  readonly label: string
  readonly plural: string
  readonly prefix: string
}
export type Write = { readonly path: string; readonly content: Buffer | string }

const MARKER = /^(\s*)\/\/ new:case: (.+)$/
/** Where a line per case type is expected: `// new:case: <line for the model>` marks the place. */
const REGISTRY_FOLDERS = ['src/app', 'db', 'e2e']
const BINARY = /\.(?:docx|png|pdf)$/

const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
const camel = (name: string): string => name.charAt(0) + pascal(name).slice(1)
const snake = (name: string): string => name.replaceAll('-', '_')
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The text of the model, spoken of the new case type: every spelling of the name, the number prefix, the label. */
export function renameModel(text: string, to: NewCase): string {
  const spellings: readonly (readonly [string | RegExp, string])[] = [
    [MODEL.label, to.label],
    [lower(MODEL.label), lower(to.label)],
    ['Prêts de fauteuil', to.plural],
    ['prêts de fauteuil', lower(to.plural)],
    [/prets?-de-fauteuil/g, to.name],
    [/prets?_de_fauteuil/g, snake(to.name)],
    [/PRETS?_DE_FAUTEUIL/g, snake(to.name).toUpperCase()],
    [/prets?DeFauteuil/g, camel(to.name)],
    [/Prets?DeFauteuil/g, pascal(to.name)],
    [new RegExp(`\\b${MODEL.prefix}\\b`, 'g'), to.prefix],
  ]
  return spellings.reduce((result, [from, into]) => result.replaceAll(from, into), text)
}

/**
 * Everything `new:case` writes, as paths relative to `root`: the files of the module, its migration after all the others,
 * and the line at each marker. Throws a sentence when the name is not free or badly made.
 */
export function planNewCase(root: string, to: NewCase, now: Date): Write[] {
  const files = listFiles(root, ['src', 'db', 'e2e'])
  refuseBadName(root, files, to)
  const folder = `src/cases/${MODEL.name}/`
  const model = files.filter((file) => file.startsWith(folder))
  if (model.length === 0) throw new Error(`The model ${folder} is empty: nothing to copy.`)
  const copies = model.map((file) => ({ path: renameModel(file, to), content: copyOf(root, file, to) }))
  return [...copies, ...copyMigrations(root, files, to, now), ...addLines(root, files, to)]
}

function refuseBadName(root: string, files: readonly string[], { name, prefix, label }: NewCase): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new Error(`« ${name} » is not a module name: ASCII kebab-case, for example objets-trouves.`)
  }
  if (!/^[A-Z]{2,5}$/.test(prefix))
    throw new Error(`« ${prefix} » is not a prefix: two to five capitals, for example OBT.`)
  if (label.trim() === '') throw new Error('The label is empty.')
  const homes = ['core', 'cases', 'activities'].map((layer) => `src/${layer}/${name}/`)
  const taken = homes.find((home) => files.some((file) => file.startsWith(home)))
  if (taken !== undefined) throw new Error(`${taken} exists already.`)
  const owner = files
    .filter((file) => /^src\/cases\/[^/]+\/domain\/(?:definition|model)\.ts$/.test(file))
    .find((file) => new RegExp(`(['"])${prefix}\\1`).test(readFileSync(join(root, file), 'utf8')))
  if (owner !== undefined)
    throw new Error(`The prefix ${prefix} is taken by ${owner}: choose one with --prefixe.`)
}

const copyOf = (root: string, file: string, to: NewCase): Buffer | string =>
  BINARY.test(file) ? readFileSync(join(root, file)) : renameModel(readFileSync(join(root, file), 'utf8'), to)

function copyMigrations(root: string, files: readonly string[], to: NewCase, now: Date): Write[] {
  const migrations = files.filter((file) => /^db\/migrations\/[^/]+\.sql$/.test(file))
  const last = migrations.at(-1)?.slice('db/migrations/'.length).split('-')[0] ?? ''
  return migrations
    .filter((file) => file.includes(`-${MODEL.name}-`))
    .map((file, rank) => {
      const title = file.slice(file.indexOf('-') + 1)
      const body = readFileSync(join(root, file), 'utf8').replace(/^(?:--.*\n)+/, '')
      const header = `-- ${to.label}: started from the model. Say here why, and which indexes were considered.\n`
      return {
        path: `db/migrations/${nextStamp(last, now, rank)}-${renameModel(title, to)}`,
        content: header + renameModel(body, to),
      }
    })
}

/** The minute of now, or the one after the last migration when that one is later: order is what counts. */
function nextStamp(last: string, now: Date, rank: number): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)$/.exec(last) ?? []
  const lastTime = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute) + 1)
  const time = Math.max(now.getTime(), Number.isNaN(lastTime) ? 0 : lastTime) + rank * 60_000
  return new Date(time).toISOString().slice(0, 16).replace(/[-:]/g, '')
}

function addLines(root: string, files: readonly string[], to: NewCase): Write[] {
  const registries = files.filter(
    (file) => /\.tsx?$/.test(file) && REGISTRY_FOLDERS.some((folder) => file.startsWith(`${folder}/`)),
  )
  const writes = registries.flatMap((path) => {
    const before = readFileSync(join(root, path), 'utf8')
    const lines = before.split('\n')
    const after = lines.flatMap((line) => {
      const [, indent = '', template] = MARKER.exec(line) ?? []
      return template === undefined ? [line] : [indent + renameModel(template, to), line]
    })
    return after.length === lines.length ? [] : [{ path, content: after.join('\n') }]
  })
  if (!writes.some(({ path }) => path === 'src/app/case-types.ts')) {
    throw new Error(
      'src/app/case-types.ts has no « // new:case: … » line: the new type would not be registered.',
    )
  }
  return writes
}
