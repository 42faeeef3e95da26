import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { listFiles } from './files.ts'
import { type Finding, report } from './report.ts'

const FOLDERS = ['docs', 'src', 'db', 'e2e', 'tools', 'nouveautes']
const ROOT_DOCUMENTS = ['README.md', 'CONVENTIONS.md', 'CONTRIBUTING.md', 'NOUVEAUTES.md']
const HEADINGS = [
  ['Contexte', 'Context'],
  ['Décision', 'Decision'],
  ['Conséquences', 'Consequences'],
] as const

/** Checks that the documents speak of files that exist, and that the register of decisions is whole. */
export function checkDocuments(root: string): { findings: Finding[]; documents: number; paths: number } {
  const documents = [
    ...ROOT_DOCUMENTS.filter((name) => existsSync(join(root, name))),
    ...listFiles(root, FOLDERS),
  ].filter((file) => file.endsWith('.md'))
  const findings: Finding[] = []
  let paths = 0
  for (const file of documents) {
    const text = readFileSync(join(root, file), 'utf8')
    if (isSuperseded(text)) continue
    for (const { written, path } of pathsIn(file, text)) {
      paths += 1
      if (existsSync(join(root, path))) continue
      findings.push({ file, rule: 'path-exists', message: `« ${written} » does not exist` })
    }
  }
  return { findings: [...findings, ...checkDecisions(root)], documents: documents.length, paths }
}

/** What counts as a path: relative links, and code spans that begin with a folder of the repository. Models (`<x>`, `*`, `…`) do not. */
function pathsIn(file: string, markdown: string): { written: string; path: string }[] {
  const text = markdown.replace(/^ *```[\s\S]*?^ *```/gm, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, written = '']) => written)
    .filter((written) => !/^(?:[a-z]+:|#)/.test(written))
    .map((written) => ({ written, path: normalize(join(dirname(file), written.replace(/#.*$/, ''))) }))
  const spans = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, written = '']) => written)
    .filter((written) => /^(?:src|db|docs|e2e|tools|nouveautes)\/[\w./@-]*$/.test(written))
    .filter((written) => !/NNNN|AAAA/.test(written))
    .map((written) => ({ written, path: normalize(written) }))
  return [...links, ...spans]
}

const isSuperseded = (text: string): boolean =>
  /^(?:Statut|Status)\s*:.*(?:remplacée|superseded)/im.test(text)

function checkDecisions(root: string): Finding[] {
  const files = listFiles(root, ['docs/adr'])
  const fault = (file: string, message: string): Finding => ({ file, rule: 'decision-register', message })
  const numbers = files.map((file) => /^docs\/adr\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1] ?? null)
  return files.flatMap((file, rank) => {
    const text = readFileSync(join(root, file), 'utf8')
    const number = numbers[rank] ?? null
    return [
      ...(number === null ? [fault(file, 'is not named NNNN-title.md')] : []),
      ...(number !== null && numbers.indexOf(number) !== rank
        ? [fault(file, `number ${number} is taken`)]
        : []),
      ...HEADINGS.filter((names) => !isFilled(text, names)).map(([, name]) =>
        fault(file, `lacks a filled « ${name} »`),
      ),
      ...[...text.matchAll(/(?:remplacée par|superseded by)\s+(\d{4})/gi)]
        .filter(([, target = '']) => !numbers.includes(target) || target === number)
        .map(([, target]) => fault(file, `superseded by ${target}, which does not exist`)),
    ]
  })
}

const isFilled = (text: string, names: readonly string[]): boolean =>
  names.some((name) => new RegExp(`^##? ${name}[^\\n]*\\n+(?!#)\\S`, 'm').test(text))

if (import.meta.main) {
  const { findings, documents, paths } = checkDocuments(process.cwd())
  report(findings, `${paths} paths in ${documents} documents`)
}
