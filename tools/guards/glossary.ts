import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { isTest, isTypeScript, listFiles } from './files.ts'
import { type Finding, report } from './report.ts'

const GLOSSARY = 'docs/glossaire.md'
const FOLDERS = ['src/core', 'src/cases', 'src/activities', 'src/app']
/** platform/ speaks English: no term of the glossary at all, but those that are also English. */
const PLATFORM = 'src/platform'
const ALSO_ENGLISH = new Set(
  'agent avis contact grief journal mediation motif patient permission piece pole rectification requisition service structure'.split(
    ' ',
  ),
)
/** A technical file name of the closed list. */
const TECHNICAL_NAMES = new Set(['deadlines'])

type Term = {
  readonly label: string
  readonly identifiers: readonly string[]
  readonly refused: readonly string[]
}

/** Checks the table of `docs/glossaire.md`, then every declared name and path of the domain layers against it. */
export function checkGlossary(root: string): { findings: Finding[]; names: number; terms: number } {
  const terms = readTerms(readFileSync(join(root, GLOSSARY), 'utf8'))
  const rules = { isTerm: termOf(terms), betterThan: refusalOf(terms) }
  const findings = tableFaults(terms)
  let names = 0
  for (const file of listFiles(root, [PLATFORM, ...FOLDERS]).filter(isTypeScript)) {
    const declared = [...pathNames(file), ...declaredNames(file, readFileSync(join(root, file), 'utf8'))]
    names += declared.length
    findings.push(...[...new Set(declared)].flatMap((name) => fault(file, name, rules)))
  }
  return { findings, names, terms: terms.length }
}

type Rules = {
  readonly isTerm: (name: string) => boolean
  readonly betterThan: (name: string) => string | null
}

function fault(file: string, name: string, { isTerm, betterThan }: Rules): Finding[] {
  if (file.startsWith(PLATFORM)) {
    if (isTest(file) || !isTerm(name)) return []
    return [{ file, rule: 'platform-knows-no-noun', message: `« ${name} » is a term of the domain` }]
  }
  const better = betterThan(name)
  return better === null
    ? []
    : [{ file, rule: 'glossary', message: `« ${name} »: ${GLOSSARY} says ${better}` }]
}

function readTerms(markdown: string): Term[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    if (cells.length !== 7 || /^(?:Terme|-+)$/.test(cells[1] ?? '')) return []
    const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
    const source = cells[5] ?? ''
    return [
      {
        label: source === '' ? '' : (cells[2] ?? ''),
        identifiers: codes(cells[3]),
        refused: codes(cells[4]),
      },
    ]
  })
}

function tableFaults(terms: readonly Term[]): Finding[] {
  const fault = (message: string): Finding => ({ file: GLOSSARY, rule: 'glossary-table', message })
  const identifiers = terms.flatMap((term) => term.identifiers)
  const twice = identifiers.filter((name, rank) => identifiers.indexOf(name) !== rank)
  const both = terms.flatMap((term) => term.refused).filter((name) => identifiers.includes(name))
  return [
    ...(terms.length === 0 ? [fault('no term read')] : []),
    ...terms
      .filter(({ label, identifiers: ids }) => label === '' || ids.length === 0)
      .map(({ label, identifiers: ids }) =>
        fault(`« ${label || ids.join()} » lacks a label, an identifier or a source`),
      ),
    ...identifiers
      .filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))
      .map((name) => fault(`« ${name} » is not camelCase ASCII`)),
    ...twice.map((name) => fault(`« ${name} » is defined twice`)),
    ...both.map((name) => fault(`« ${name} » is both a term and refused`)),
  ]
}

/** reponseEnvoyeeLe, REPONSE_ENVOYEE_LE, reponse-envoyee-le → reponse envoyee le; plurals as singulars. */
const words = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase().replace(/(?<=.{3})s$/, ''))
    .join(' ')

function refusalOf(terms: readonly Term[]): (name: string) => string | null {
  const contains = (haystack: string, needle: string) => ` ${haystack} `.includes(` ${needle} `)
  const refused = terms.flatMap((term) =>
    term.refused.map((word) => [words(word), term.identifiers[0] ?? ''] as const),
  )
  const kept = terms
    .flatMap((term) => term.identifiers.map(words))
    .filter((name) => refused.some(([word]) => contains(name, word)))
  return (name) => {
    const rest = kept
      .reduce((text, allowed) => text.replaceAll(` ${allowed} `, ' · '), ` ${words(name)} `)
      .trim()
    return refused.find(([word]) => contains(rest, word))?.[1] ?? null
  }
}

function termOf(terms: readonly Term[]): (name: string) => boolean {
  const nouns = terms
    .flatMap((term) => term.identifiers)
    .filter((name) => !ALSO_ENGLISH.has(name))
    .map(words)
  return (name) => nouns.some((noun) => ` ${words(name)} `.includes(` ${noun} `))
}

const pathNames = (file: string): string[] =>
  file
    .split('/')
    .slice(2)
    .map((part) => part.replace(/\..*$/, ''))
    .filter((part) => !TECHNICAL_NAMES.has(part))

/** Names the file declares (variables, functions, types, properties, parameters), not those it borrows from a library. */
function declaredNames(file: string, text: string): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    const name = declaredName(node)
    if (name !== null) names.push(name)
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.ES2024,
      false,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  )
  return names
}

function declaredName(node: ts.Node): string | null {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isBindingElement(node)
  return declares && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : null
}

if (import.meta.main) {
  const { findings, names, terms } = checkGlossary(process.cwd())
  report(findings, `${names} names against ${terms} terms`)
}
