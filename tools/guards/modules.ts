import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import CORE_ORDER from './core-order.json' with { type: 'json' }
import { isTest, isTypeScript, listFiles } from './files.ts'
import { type Finding, report } from './report.ts'

/** The only file names of a case type or an activity; `x` stands for a kebab-case ASCII name. Add one only with an ADR. */
const CLOSED_LIST = [
  'README.md',
  'index.ts',
  'contract.ts',
  'contract-x.ts',
  'domain/x.ts',
  'server/store.ts',
  'server/store-x.ts',
  'server/routes.ts',
  'server/jobs.ts',
  'server/subscribers.ts',
  'server/commands/x.ts',
  'server/queries/x.ts',
  'server/html/x.ts',
  'server/courriers/x.ts',
  'server/courriers/x.docx',
  'server/courriers/x.typ',
  'web/index.ts',
  'web/pages.tsx',
  'web/x.tsx',
  'web/x.module.css',
  'web/paths.ts',
  'testing/factories.ts',
]

const KEBAB = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'
const ALLOWED = CLOSED_LIST.map((name) => {
  const pattern = name.replaceAll('.', '\\.').replace(/\bx\b/, KEBAB)
  return new RegExp(`^${pattern.replace(/\\\.(tsx?)$/, '(?:\\.test)?\\.$1')}$`)
})

/** The test of a component may be `.ts`, and that of a module as a whole carries its name. */
const allowed = (module: string, name: string): boolean =>
  ALLOWED.some((pattern) => pattern.test(name)) ||
  new RegExp(`^(?:${module}|web/${KEBAB})\\.test\\.tsx?$`).test(name)

/** Checks where files live: closed list in `cases/` and `activities/`, known modules in `core/`, README naming each file elsewhere. */
export function checkModules(root: string): { findings: Finding[]; files: number } {
  const files = listFiles(root, ['src'])
  return {
    findings: [
      ...closedList(files),
      ...coreModules(files),
      ...unnamedInReadme(root, files),
      ...spelling(files),
    ],
    files: files.length,
  }
}

function closedList(files: readonly string[]): Finding[] {
  return files.flatMap((file) => {
    const [, layer, module, ...rest] = file.split('/')
    if ((layer !== 'cases' && layer !== 'activities') || module === undefined) return []
    if (allowed(module, rest.join('/'))) return []
    return [
      {
        file,
        rule: 'closed-list',
        message: 'not a file name of a module, see CONVENTIONS.md « Where things live »',
      },
    ]
  })
}

function coreModules(files: readonly string[]): Finding[] {
  const modules = new Set(
    files.filter((file) => file.startsWith('src/core/')).map((file) => file.split('/')[2] ?? ''),
  )
  return [...modules]
    .filter((module) => !CORE_ORDER.includes(module))
    .map((module) => ({
      file: `src/core/${module}`,
      rule: 'core-order',
      message: 'give it its place in tools/guards/core-order.json',
    }))
}

/**
 * In core and platform names are free, so the README of the module is the map: it names each file, or the folder of files alike
 * (`domain/regles/`).
 */
function unnamedInReadme(root: string, files: readonly string[]): Finding[] {
  const ours = files.filter(
    (file) => /^src\/(?:core|platform)\//.test(file) && isTypeScript(file) && !isTest(file),
  )
  return [...Map.groupBy(ours, readmeOf)].flatMap(([readme, described]) => {
    const text = existsSync(join(root, readme)) ? readFileSync(join(root, readme), 'utf8') : ''
    const home = readme.slice(0, -'README.md'.length)
    const forgotten = described.map((file) => file.slice(home.length)).filter((file) => !isNamed(file, text))
    if (forgotten.length === 0) return []
    return [{ file: readme, rule: 'named-in-readme', message: `does not name ${forgotten.join(', ')}` }]
  })
}

function isNamed(file: string, text: string): boolean {
  const parts = file.split('/')
  const folder = parts.at(-2)
  const written = (name: string) => new RegExp(`(?<![\\w-])${name.replaceAll('.', '\\.')}(?!\\w)`).test(text)
  const isGroup = folder !== undefined && !['domain', 'server', 'web'].includes(folder)
  return written(parts.at(-1) ?? '') || (isGroup && written(`${folder}/`))
}

const readmeOf = (file: string): string => `${file.split('/').slice(0, -1).slice(0, 3).join('/')}/README.md`

function spelling(files: readonly string[]): Finding[] {
  const correct = new RegExp(`^(?:README|_?${KEBAB}(?:\\.[a-z0-9-]+)*)$`)
  return files.flatMap((file) => {
    const wrong = file.split('/').find((part) => !correct.test(part.replace(/\.[a-z0-9]+$/, '')))
    return wrong === undefined
      ? []
      : [{ file, rule: 'kebab-case', message: `« ${wrong} » is not ASCII kebab-case` }]
  })
}

if (import.meta.main) {
  const { findings, files } = checkModules(process.cwd())
  report(
    files === 0 ? [{ file: 'src', rule: 'empty', message: 'no file read' }] : findings,
    `${files} files placed`,
  )
}
