import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { isTypeScript, listFiles } from './files.ts'
import { type Finding, report } from './report.ts'

const FOLDERS = ['src', 'db', 'tools', 'e2e']
const CONFIG = join(import.meta.dirname, '../../.dependency-cruiser.cjs')

type Configuration = {
  readonly forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>
  readonly options: ICruiseOptions
}

/**
 * Cruises the tree at `root` with the rules of `.dependency-cruiser.cjs`.
 * A file on disk that the tool did not read is a finding: with a compiler it cannot use, dependency-cruiser reports
 * « no violations, 0 modules », a green gate over nothing.
 */
export async function checkBoundaries(root: string): Promise<{ findings: Finding[]; cruised: number }> {
  const onDisk = listFiles(root, FOLDERS).filter(isTypeScript)
  if (onDisk.length === 0) return { findings: [notRead('src')], cruised: 0 }
  const { forbidden, options }: Configuration = createRequire(import.meta.url)(CONFIG)
  const folders = FOLDERS.filter((folder) => onDisk.some((path) => path.startsWith(`${folder}/`)))
  const { output } = await cruise(folders, {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: root,
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result')
  const cruised = new Set(output.modules.map((module) => module.source))
  const missed = onDisk.filter((path) => !cruised.has(path)).map(notRead)
  return { findings: [...violations(output), ...missed], cruised: onDisk.length - missed.length }
}

function violations(result: ICruiseResult): Finding[] {
  return result.summary.violations.map(({ from, to, rule, cycle }) => ({
    file: from,
    rule: rule.name,
    message:
      cycle === undefined ? `imports ${to}` : `cycle through ${cycle.map((step) => step.name).join(' → ')}`,
  }))
}

const notRead = (file: string): Finding => ({
  file,
  rule: 'not-cruised',
  message: 'dependency-cruiser did not read it',
})

if (import.meta.main) {
  const { findings, cruised } = await checkBoundaries(process.cwd())
  report(findings, `${cruised} files cruised`)
}
