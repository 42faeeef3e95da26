import { parseArgs } from 'node:util'
import { APPLICATION_ROLE, type Session } from '#platform/db/index.ts'
import { type Base, prepareEmbedded, prepareServer } from './bases.ts'
import { recordScreens } from './record-screens.ts'
import type { Recorded, Statement } from './recording.ts'
import { openUnderTest, type UnderTest } from './under-test.ts'

/** Tables a list, a search, a page or the home must never read from end to end. */
const LARGE = [
  'dossier',
  'fait',
  'recit',
  'recherche',
  'rattachement',
  'participation',
  'entree',
  'piece',
  'courrier',
  'version',
  'envoi',
  'attente',
  'personne',
  'echeance',
]

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

interface Plan {
  readonly Plan: PlanNode
  readonly 'Planning Time': number
  readonly 'Execution Time': number
}

export interface Explained {
  readonly screen: string
  readonly text: string
  readonly indexes: readonly string[]
  /** large tables read from end to end */
  readonly sequential: readonly string[]
  /** rows read then thrown away */
  readonly wasted: number
  readonly milliseconds: number
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
/** A branch the planner knows to be empty stays in the plan, never run. */
const isLarge = (name: string): boolean => LARGE.includes(name.replace(/_(\d{4}|autre)$/, ''))
const isWholeRead = (node: PlanNode): boolean =>
  node['Node Type'] === 'Seq Scan' && isLarge(node['Relation Name'] ?? '') && (node['Actual Loops'] ?? 0) > 0
const isRead = ({ text }: Statement): boolean => /^\s*(?:select|with)\b/i.test(text)

async function explain(session: Session, screen: string, { text, values }: Statement): Promise<Explained> {
  const { rows } = await session.query<{ 'QUERY PLAN': readonly [Plan] }>(
    `explain (analyze, format json) ${text}`,
    values,
  )
  const plan = rows[0]?.['QUERY PLAN'][0]
  if (plan === undefined) throw new Error(`no plan for ${text}`)
  const nodes = nodesOf(plan.Plan)
  return {
    screen,
    text: text
      .replace(/\s+/g, ' ')
      .replace(/in \(\$[^)]*\)/g, 'in (…)')
      .trim(),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
    sequential: nodes.filter(isWholeRead).map((node) => node['Relation Name'] ?? ''),
    wasted: nodes.reduce((sum, n) => sum + (n['Rows Removed by Filter'] ?? 0) * (n['Actual Loops'] ?? 1), 0),
    milliseconds: plan['Planning Time'] + plan['Execution Time'],
  }
}

/** Runs the statements of a recorded transaction again, explained, with its own role and settings. */
async function explainRecorded(session: Session, screen: string, recorded: Recorded): Promise<Explained[]> {
  const explained: Explained[] = []
  for (const statement of recorded) {
    if (statement.several) await session.exec(statement.text)
    else if (isRead(statement)) explained.push(await explain(session, screen, statement))
  }
  await session.query('rollback')
  return explained
}

interface Touched {
  readonly name: string
  readonly kind: 'r' | 'i'
  readonly scans: number
  readonly fetched: number
}

/** What the transaction in progress has read, by PostgreSQL's own count: EXPLAIN does not look inside a function. */
const TOUCHED = `select c.relname as name, c.relkind as kind, pg_stat_get_xact_numscans(c.oid) as scans,
    pg_stat_get_xact_tuples_fetched(c.oid) as fetched
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'i') and n.nspname = any($1) and pg_stat_get_xact_numscans(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid) > 0
 order by c.relname`
const SEARCHED = ['dossiers', 'personnes', 'structures', 'agents']

/** The search of a recorded page, run alone in its own perimeter: what it read behind its function. */
async function explainSearch(session: Session, screen: string, recorded: Recorded): Promise<Explained[]> {
  const call = recorded.find(({ text }) => text.includes('dossiers.chercher('))
  if (call === undefined) return []
  for (const { text, several } of recorded) if (several) await session.exec(text)
  const start = performance.now()
  const found = await session.query(call.text, call.values)
  const milliseconds = performance.now() - start
  const { rows } = await session.query<Touched>(TOUCHED, [SEARCHED])
  await session.query('rollback')
  const fetched = rows
    .filter(({ kind, name }) => kind === 'r' && name.startsWith('recherche_'))
    .reduce((sum, row) => sum + row.fetched, 0)
  return [
    {
      screen,
      text: '(dans la fonction) dossiers.chercher',
      indexes: rows.filter(({ kind }) => kind === 'i').map(({ name }) => name),
      sequential: rows
        .filter(({ kind, name, scans }) => kind === 'r' && scans > 0 && isLarge(name))
        .map(({ name }) => name),
      wasted: Math.max(0, fetched - found.rows.length),
      milliseconds,
    },
  ]
}

/** Every read of every screen, explained as the application role under row-level security. */
export async function explainScreens(under: UnderTest): Promise<Explained[]> {
  const explained: Explained[] = []
  for (const { name, calls } of await recordScreens(under)) {
    for (const { page } of calls) {
      for (const recorded of page) {
        explained.push(
          ...(await under.asAdmin((session) => explainRecorded(session, name, recorded))),
          ...(await under.asAdmin((session) => explainSearch(session, name, recorded))),
        )
      }
    }
  }
  return explained
}

/** One line per statement of each screen: its slowest variant, and every index any variant used. */
function print(explained: readonly Explained[], verbose: boolean): void {
  for (const [screen, of] of Map.groupBy(explained, (e) => e.screen)) {
    console.log(`\n${screen}`)
    for (const [text, same] of Map.groupBy(of, (e) => e.text)) {
      const sorted = same.toSorted((a, b) => b.milliseconds - a.milliseconds)
      const [worst] = sorted
      const middle = sorted[Math.floor(sorted.length / 2)]
      const indexes = [...new Set(same.flatMap((e) => e.indexes))].join(', ')
      const waste = Math.max(...same.map((e) => e.wasted))
      console.log(
        `  ${(middle?.milliseconds ?? 0).toFixed(1).padStart(7)} /${(worst?.milliseconds ?? 0).toFixed(1).padStart(7)} ms  lues pour rien ${String(waste).padStart(7)}  ${indexes || '(aucun index)'}`,
      )
      console.log(`            ${verbose ? text : text.slice(0, 120)}`)
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dossiers: { type: 'string', default: '200000' },
      engine: { type: 'string', default: 'server' },
      keep: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  })
  const options = { dossiers: Number(values.dossiers), keep: values.keep, log: console.log }
  const base: Base | null =
    values.engine === 'embedded' ? await prepareEmbedded(options) : await prepareServer(options)
  if (base === null) throw new Error('No PostgreSQL server on this machine: set PORTE_VOIX_BENCH_SERVER')
  const under = await openUnderTest(base.target)
  try {
    const explained = await explainScreens(under)
    console.log(
      `${base.version}, ${options.dossiers} dossiers, rôle ${APPLICATION_ROLE}. Médiane / pire des variantes.`,
    )
    print(explained, values.verbose)
    const faults = explained.filter(({ sequential }) => sequential.length > 0)
    const distinct = new Map(faults.map((fault) => [`${fault.screen} ${fault.text}`, fault]))
    for (const { screen, sequential, text } of distinct.values())
      console.error(`\nLecture de bout en bout de ${sequential.join(', ')} (${screen}) : ${text}`)
    console.log(`\n${explained.length} plans, ${faults.length} lecture(s) de bout en bout d’une grande table`)
    process.exitCode = faults.length === 0 && explained.length > 0 ? 0 : 1
  } finally {
    await under.close()
    await base.close()
  }
}

if (import.meta.main) await main()
