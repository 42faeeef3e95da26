import { phonetiser, phonetiserLePrenom } from '#core/personnes/domain/phonetique.ts'
import type { Engine, Session } from '#platform/db/index.ts'
import { withSession } from '#platform/db/index.ts'
import { searchKey, sortKey } from '#platform/keys.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { HEAVY_INSERTS, WAITS } from './heavy-sql.ts'
import { createWriter, type Text } from './narrative.ts'
import { CREATE_LOT, FILL_LOT, INSERTS, KEYS, PREPARE } from './seed-sql.ts'
import { FIRST_NAMES, SUBJECTS } from './vocabulary.ts'

const BATCH = 5000
const SCHEMAS = [
  'dossiers',
  'personnes',
  'echeances',
  'reclamations',
  'eloges',
  'pieces',
  'courriers',
  'taches',
  'journal',
]
const POLES = 20
const SERVICES = 60
const UNITS = 120
const SPECIALITIES = [
  'Cardiologie',
  'Urgences',
  'Gériatrie',
  'Maternité',
  'Chirurgie',
  'Imagerie',
  'Pédiatrie',
  'Neurologie',
]
/** Ten agents: those who handle dossiers, then a director and a head of service, who only read. */
const ROLES = [
  ...Array<string>(6).fill('charge'),
  'responsable',
  'responsable',
  'directeur',
  'chef-de-service',
]
const HANDLERS = 8

export interface SeedOptions {
  readonly dossiers: number
  readonly today: string
  /** sessions that work at once */
  readonly width: number
  readonly log: (line: string) => void
}

interface World {
  readonly establishment: string
  readonly agents: readonly string[]
  readonly services: readonly string[]
}

const newId = (): string => uuidv7(Date.now())

async function createStructures(session: Session, establishment: string): Promise<string[]> {
  const ids: string[] = []
  const create = async (nature: string, parent: string | null): Promise<void> => {
    const rank = ids.length
    const name = `${SPECIALITIES[rank % SPECIALITIES.length] ?? ''} ${rank}`
    const id = newId()
    ids.push(id)
    await session.query(
      `insert into structures.structure (id, etablissement_id, parent_id, nature, code, nom, cle_tri)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, establishment, parent, nature, `X${rank}`, name, sortKey(name)],
    )
  }
  for (let rank = 0; rank < POLES; rank += 1) await create('pole', null)
  for (let rank = 0; rank < SERVICES; rank += 1) await create('service', ids[rank % POLES] ?? null)
  for (let rank = 0; rank < UNITS; rank += 1) await create('uf', ids[POLES + (rank % SERVICES)] ?? null)
  return ids.slice(POLES)
}

async function createAgents(
  session: Session,
  establishment: string,
  services: readonly string[],
): Promise<string[]> {
  const ids = ROLES.map(newId)
  for (const [rank, role] of ROLES.entries()) {
    const perimeter = role === 'chef-de-service' ? services.slice(20, 23) : []
    await session.query(
      `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, services, mot_de_passe, cle_tri, cree_a)
       values ($1, $2, $3, $4, 'Agent', $5, $6, '', $7, now())`,
      [ids[rank], establishment, `agent${rank}`, `Numéro ${rank}`, role, perimeter, sortKey(`Agent ${rank}`)],
    )
  }
  return ids
}

async function createWorld(session: Session): Promise<World> {
  const establishment = newId()
  await session.query(
    `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
     values ($1, 'Centre hospitalier de Valmont-sur-Orge', 'Relations avec les usagers', '{12 rue des Tilleuls}',
       'usagers@ch-valmont.example', '01 99 00 12 34', now())`,
    [establishment],
  )
  const services = await createStructures(session, establishment)
  return { establishment, services, agents: await createAgents(session, establishment, services) }
}

/** Secondary indexes are dropped while rows arrive and built again at the end. Returns how to build them. */
async function dropIndexes(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string; definition: string }>(
    // An index of partitions goes and comes back whole, through that of their parent.
    `select format('%I.%I', n.nspname, c.relname) as name, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1) and not c.relispartition
        and not exists (select 1 from pg_constraint x where x.conindid = i.indexrelid) order by 1`,
    [SCHEMAS],
  )
  for (const { name } of rows) await session.exec(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

const SUBJECT_KEYS = SUBJECTS.map(searchKey)
const FIRST_SOUNDS = FIRST_NAMES.map(phonetiserLePrenom)

async function insertBatch(
  session: Session,
  world: World,
  o: SeedOptions,
  first: number,
  texts: readonly Text[],
): Promise<void> {
  const column = (key: keyof Text): string[] => texts.map((text) => text[key])
  await session.exec('begin')
  await session.query(FILL_LOT, [
    first,
    o.dossiers,
    o.today,
    column('narrative'),
    column('narrativeKey'),
    column('firstName'),
    column('lastName'),
    column('firstKey'),
    column('lastKey'),
    SUBJECTS,
    SUBJECT_KEYS,
    world.agents.slice(0, HANDLERS),
    world.services,
    world.establishment,
  ])
  for (const insert of INSERTS) await session.query(insert)
  await session.query(KEYS, [first, column('lastName').map(phonetiser), FIRST_NAMES, FIRST_SOUNDS])
  await session.exec('commit')
}

async function insertDossiers(engine: Engine, world: World, o: SeedOptions): Promise<void> {
  let next = 1
  const lane = (): Promise<void> =>
    withSession(engine, async (session) => {
      // The owner fills its own tables: neither foreign keys nor policies are checked on rows known to be whole.
      await session.exec(`set session_replication_role = replica; drop table if exists lot; ${CREATE_LOT}`)
      while (next <= o.dossiers) {
        const first = next
        const size = Math.min(BATCH, o.dossiers - first + 1)
        next += size
        const write = createWriter(first)
        await insertBatch(session, world, o, first, Array.from({ length: size }, write))
        if (Math.floor((first + size - 1) / 100_000) > Math.floor((first - 1) / 100_000))
          o.log(`  ${first + size - 1} dossiers`)
      }
      await session.exec('drop table lot; reset session_replication_role')
    })
  await Promise.all(Array.from({ length: o.width }, lane))
}

async function inLanes(engine: Engine, width: number, statements: readonly string[]): Promise<void> {
  const waiting = [...statements]
  const lane = (): Promise<void> =>
    withSession(engine, async (session) => {
      for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) await session.exec(text)
    })
  await Promise.all(Array.from({ length: width }, lane))
}

/** Fills a migrated, empty database, as superuser. Returns its establishment and agents. */
export async function seed(engine: Engine, o: SeedOptions): Promise<void> {
  const { world, definitions } = await withSession(engine, async (session) => {
    await session.exec(PREPARE)
    return { world: await createWorld(session), definitions: await dropIndexes(session) }
  })
  await insertDossiers(engine, world, o)
  o.log('  index')
  await inLanes(engine, o.width, definitions)
  await withSession(engine, async (session) => {
    await session.query(
      `insert into dossiers.compteur (etablissement_id, type, annee, dernier)
       select etablissement_id, type, annee, max(rang) from dossiers.dossier group by 1, 2, 3`,
    )
    await session.exec('set session_replication_role = replica')
    for (const insert of [WAITS, ...HEAVY_INSERTS]) await session.query(insert)
    await session.exec('reset session_replication_role; drop schema bench cascade')
    // One statement at a time: vacuum refuses to share a transaction.
    await session.query('vacuum (analyze)')
    await session.query('checkpoint')
  })
}

export interface Size {
  readonly name: string
  readonly rows: number
  readonly bytes: number
}

/** The heaviest tables, indexes included, and the whole database first. */
export async function measureSizes(session: Session): Promise<Size[]> {
  const { rows: whole } = await session.query<Size>(
    `select 'base entière' as name, 0 as rows, pg_database_size(current_database()) as bytes`,
  )
  const { rows } = await session.query<Size>(
    `select n.nspname || '.' || c.relname as name, sum(greatest(p.reltuples, 0))::bigint as rows,
            sum(pg_total_relation_size(p.oid))::bigint as bytes
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_class p on p.oid = c.oid or p.oid in (select t.relid from pg_partition_tree(c.oid) t)
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) group by 1 order by bytes desc limit 8`,
    [SCHEMAS],
  )
  return [...whole, ...rows]
}
