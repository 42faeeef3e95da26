import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openEmbeddedEngine } from '#platform/db/embedded-engine.ts'
import { type Session, withSession } from '#platform/db/engine.ts'

export interface RoundOptions {
  /** 'kill' ends the process; 'power' also loses half of the blocks no fsync covered */
  readonly how: 'kill' | 'power'
  readonly rounds: number
  /** false proves the harness sees a loss */
  readonly durable?: boolean
  /** true proves the harness sees a writer that writes nothing */
  readonly silent?: boolean
  readonly log?: (line: string) => void
}

export interface RoundsReport {
  readonly acknowledged: number
  readonly lost: number
  /** one sentence per problem; empty when all is well */
  readonly problems: readonly string[]
}

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const LINES_PER_ROUND = 10_000_000

function readAcks(file: string): number[] {
  if (!existsSync(file)) return []
  // The last line may be cut: only a complete one is an acknowledgement.
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).map(Number)
}

async function writeUntilKilled(
  folder: string,
  acks: string,
  round: number,
  options: RoundOptions,
): Promise<void> {
  const settings = {
    folder,
    acks,
    cut: options.how === 'power',
    durable: options.durable !== false,
    silent: options.silent === true,
    seed: round * LINES_PER_ROUND,
  }
  const child = fork(WRITER, [JSON.stringify(settings)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('the writer stopped before it wrote'))),
  ])
  await sleep(300 + Math.random() * 900)
  if (options.how === 'kill') child.kill('SIGKILL')
  else child.send('cut')
  const deadline = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const [, signal] = await exited
  clearTimeout(deadline)
  if (signal !== 'SIGKILL') throw new Error('the writer ended by itself')
}

/** Acknowledged rows that are not there any more, through the table and through each index. */
async function countLost(
  session: Session,
  acks: readonly number[],
): Promise<{ lost: number; broken: boolean }> {
  const missing = async (where: string): Promise<number> => {
    const { rows } = await session.query<{ n: number }>(
      `select count(*) as n from unnest($1::bigint[]) as wanted (n) where not exists (select 1 from ack where ${where})`,
      [acks],
    )
    return rows[0]?.n ?? acks.length
  }
  await session.exec(
    'set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off',
  )
  const lost = await missing('ack.n = wanted.n')
  const { rows: bySequence } = await session.query(`select count(*) as n from ack where label like 'ligne%'`)
  await session.exec('reset all; set enable_seqscan = off')
  const lostByKey = await missing('ack.n = wanted.n')
  const lostByLabel = await missing(`ack.label = format('ligne %s %s', wanted.n, wanted.n % 97)`)
  const { rows: byWords } = await session.query(
    `select count(*) as n from ack where to_tsvector('simple', label) @@ 'ligne'::tsquery`,
  )
  const broken = lostByKey !== lost || lostByLabel !== lost || bySequence[0]?.['n'] !== byWords[0]?.['n']
  return { lost, broken }
}

async function check(
  folder: string,
  acks: readonly number[],
): Promise<{ lost: number; problem: string | null }> {
  try {
    const engine = await openEmbeddedEngine({ folder, acquireTimeoutMs: 60_000 })
    try {
      const { lost, broken } = await withSession(engine, (session) => countLost(session, acks))
      return { lost, problem: broken ? 'les index et la table ne disent pas la même chose' : null }
    } finally {
      await engine.close()
    }
  } catch (error) {
    return { lost: acks.length, problem: `la base ne se rouvre pas : ${String(error)}` }
  }
}

/** Kills a writer several times on the same folder, reopening and checking after each. Never throws. */
export async function runRounds(options: RoundOptions): Promise<RoundsReport> {
  const root = mkdtempSync(join(tmpdir(), 'porte-voix-kill-'))
  const [folder, acksFile] = [join(root, 'base'), join(root, 'acks')]
  const problems: string[] = []
  let acknowledged = 0
  let lost = 0
  try {
    await (await openEmbeddedEngine({ folder })).close()
    for (let round = 1; round <= options.rounds && problems.length === 0; round += 1) {
      await writeUntilKilled(folder, acksFile, round, options)
      const acks = readAcks(acksFile)
      const written = acks.length - acknowledged
      acknowledged = acks.length
      if (written === 0) problems.push(`tour ${round} : rien n’a été écrit, le tour ne prouve rien`)
      const result = await check(folder, acks)
      lost = result.lost
      if (lost > 0) problems.push(`tour ${round} : ${lost} lignes acquittées ont disparu`)
      if (result.problem !== null) problems.push(`tour ${round} : ${result.problem}`)
      options.log?.(`tour ${round} : ${written} acquittées, ${lost} perdues`)
    }
  } catch (error) {
    problems.push(String(error))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return { acknowledged, lost, problems }
}

/** Command line shared by both programs: `--rounds N`, exit status 1 when a round failed. */
export async function main(how: RoundOptions['how']): Promise<void> {
  const at = process.argv.indexOf('--rounds')
  const rounds = at < 0 ? 3 : Number(process.argv[at + 1])
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds attend un nombre entier positif')
  const report = await runRounds({ how, rounds, log: console.log })
  console.log(`acquittées : ${report.acknowledged}\nperdues : ${report.lost}`)
  for (const problem of report.problems) console.error(problem)
  if (report.problems.length > 0) process.exitCode = 1
}
