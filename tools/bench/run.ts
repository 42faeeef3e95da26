import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Base, prepareEmbedded, prepareServer } from './bases.ts'
import { measureLetters } from './letters.ts'
import { measureScreens } from './measure.ts'
import { type Case, type Figures, reportText } from './report.ts'
import { measureStartUp } from './start-up.ts'

const HELP = `npm run bench -- [options]
  --engine server|embedded|none   un seul des deux cas, ou aucun
  --dossiers N               au lieu de 1 000 000 (serveur) et 50 000 (base embarquée)
  --embedded-million         ajoute 1 000 000 de dossiers dans la base embarquée
  --seconds S                durée de chaque mesure à dix agents (120)
  --interval T               millisecondes entre deux demandes d’un agent (500)
  --quick                    peu de dossiers, peu de demandes : pour voir que tout marche
  --keep                     garde les bases semées pour la fois suivante
  --no-letters               sans les lettres
  --no-start-up              sans le démarrage, la mémoire et le premier écran
  --write                    écrit docs/mesures.md
PORTE_VOIX_BENCH_SERVER : adresse (superutilisateur) d’un serveur PostgreSQL, au lieu d’un serveur démarré pour l’occasion.`

const DOCUMENT = join(import.meta.dirname, '../../docs/mesures.md')
const AGENTS = 10
const log = (line: string): void => console.error(line)

function readOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      engine: { type: 'string' },
      dossiers: { type: 'string' },
      'embedded-million': { type: 'boolean', default: false },
      seconds: { type: 'string' },
      interval: { type: 'string', default: '500' },
      quick: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      letters: { type: 'boolean', default: true },
      'start-up': { type: 'boolean', default: true },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

type Options = ReturnType<typeof readOptions>

interface Planned {
  readonly title: string
  readonly dossiers: number
  readonly prepare: typeof prepareServer
}

function plan(o: Options): Planned[] {
  const size = (usual: number): number => Number(o.dossiers ?? (o.quick ? 2000 : usual))
  const server = { title: 'Serveur PostgreSQL', dossiers: size(1_000_000), prepare: prepareServer }
  const embedded = { title: 'Base embarquée, sur disque', dossiers: size(50_000), prepare: prepareEmbedded }
  const million = {
    title: 'Base embarquée, un million (sans objectif)',
    dossiers: 1_000_000,
    prepare: prepareEmbedded,
  }
  return [
    ...(o.engine === undefined || o.engine === 'server' ? [server] : []),
    ...(o.engine === undefined || o.engine === 'embedded' ? [embedded] : []),
    ...(o['embedded-million'] ? [million] : []),
  ]
}

async function measure({ title, dossiers, prepare }: Planned, o: Options): Promise<Case | null> {
  log(`${title}, ${dossiers} dossiers`)
  const base: Base | null = await prepare({ dossiers, keep: o.keep, log })
  if (base === null) {
    log('  aucun serveur PostgreSQL sur cette machine : cas laissé de côté (voir PORTE_VOIX_BENCH_SERVER)')
    return null
  }
  try {
    const rounds = o.quick ? 1 : 6
    const together = {
      agents: AGENTS,
      intervalMs: Number(o.interval),
      seconds: Number(o.seconds ?? (o.quick ? 5 : 120)),
      warmUpSeconds: o.quick ? 1 : 30,
    }
    const figures = await measureScreens(base, { rounds, together, log })
    return { title, version: base.version, seeded: base.seeded, figures, rounds, together }
  } finally {
    await base.close()
  }
}

async function measureAll(o: Options): Promise<Figures> {
  const cases: Case[] = []
  for (const planned of plan(o)) {
    const measured = await measure(planned, o)
    if (measured !== null) cases.push(measured)
  }
  if (o.letters) log('Lettres')
  const letters = o.letters ? await measureLetters({ seconds: o.quick ? 1 : 5, log }) : null
  if (o['start-up']) log('Démarrage')
  const startUp = o['start-up'] ? await measureStartUp({ idleSeconds: o.quick ? 5 : 60, log }) : null
  return { cases, letters, startUp }
}

async function main(): Promise<void> {
  const o = readOptions()
  if (o.help) {
    console.log(HELP)
    return
  }
  const figures = await measureAll(o)
  const args = process.argv.slice(2).join(' ')
  const text = reportText(figures, `npm run bench${args === '' ? '' : ` -- ${args}`}`)
  console.log(text)
  if (o.write) await writeFile(DOCUMENT, text)
}

await main()
