import { creerHasard } from '#app/demo/hasard.ts'
import type { Session } from '#platform/db/index.ts'
import { FIRST_NAMES, NAMES, rareWord, WORDS } from './vocabulary.ts'

/** One call of the HTTP server, made by an agent of the seed. */
export interface Call {
  readonly agent: number
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>> | null
}

export interface Screen {
  readonly name: string
  /** as many as there are different ways to ask for it */
  readonly calls: readonly Call[]
}

export interface Population {
  readonly agents: readonly { readonly id: string; readonly role: string }[]
  readonly services: readonly string[]
  /** that every agent of the department may read */
  readonly complaints: readonly string[]
  /** those of `heavy-sql.ts` */
  readonly heavy: readonly string[]
  /** positions far from the top of the list of all dossiers */
  readonly deep: readonly string[]
}

const VARIANTS = 20

/** What calls are made of, read as superuser in the seeded database. */
export async function readPopulation(session: Session): Promise<Population> {
  const agents = await session.query<{ id: string; role: string }>(
    'select id, role from agents.agent order by id',
  )
  const services = await session.query<{ id: string }>(
    `select structure_id as id from dossiers.rattachement group by 1 order by count(*) desc, 1`,
  )
  const rows = await session.query<{ id: string; le: string; type: string; rank: number }>(
    `select id, recu_le as le, type, rang as rank from dossiers.dossier
      where classe = 'ordinaire' and rang % greatest(1, (select max(rang) / 400 from dossiers.dossier)) = 0 order by rang desc`,
  )
  const heavy = await session.query<{ id: string }>(
    'select dossier_id as id from reclamations.grief group by 1 having count(*) >= 30 order by 1',
  )
  const complaints = rows.rows.filter(({ type }) => type === 'reclamation').map(({ id }) => id)
  const deep = rows.rows.slice(Math.floor(rows.rows.length / 2)).map(({ le, id }) => `${le}_${id}`)
  return {
    agents: agents.rows,
    services: services.rows.map(({ id }) => id),
    complaints,
    heavy: heavy.rows.map(({ id }) => id),
    deep,
  }
}

/** The screens measured, each in several variants, the same for the same population. */
export function screensOf(p: Population): Screen[] {
  const h = creerHasard(7)
  const head = p.agents.findIndex(({ role }) => role === 'chef-de-service')
  const others = p.agents.flatMap(({ role }, rank) => (role === 'chef-de-service' ? [] : [rank]))
  const variants = (make: () => Omit<Call, 'agent'>, agents: readonly number[] = others): Call[] =>
    Array.from({ length: VARIANTS }, () => ({ agent: h.parmi(agents), ...make() }))
  const list = (body: () => Record<string, unknown>, agents?: readonly number[]): Call[] =>
    variants(
      () => ({ method: 'POST', path: '/api/dossiers/lister', body: { vue: 'tous', ...body() } }),
      agents,
    )
  const heavy = (part = ''): Call[] =>
    variants(() => ({ method: 'GET', path: `/api/reclamations/${h.parmi(p.heavy)}${part}`, body: null }))
  const home = (): Omit<Call, 'agent'> => ({ method: 'GET', path: '/api/accueil', body: null })
  const assignee = (): string => h.parmi(p.agents.slice(0, 8)).id
  const state = (): string => h.parmi(['recu', 'accuse', 'repondu', 'clos'])
  const frequent = (): string => WORDS[h.entier(0, 11)] ?? ''
  const common = (): string => WORDS[h.entier(60, 400)] ?? ''
  const middling = (): string => rareWord(h.entier(100, 1500))
  return [
    { name: 'accueil', calls: variants(home) },
    { name: 'liste, plus récents', calls: list(() => ({})) },
    { name: 'liste, ouverts', calls: list(() => ({ vue: 'ouverts' })) },
    { name: 'liste, type et état', calls: list(() => ({ type: 'reclamation', etat: state() })) },
    { name: 'liste, un service', calls: list(() => ({ serviceId: h.parmi(p.services) })) },
    {
      name: 'liste, un service, ouverts',
      calls: list(() => ({ serviceId: h.parmi(p.services), vue: 'ouverts' })),
    },
    { name: 'liste, un agent', calls: list(() => ({ assigneA: assignee() })) },
    { name: 'liste, à moi', calls: list(() => ({ vue: 'a-moi' })) },
    { name: 'liste, en retard', calls: list(() => ({ vue: 'en-retard' })) },
    { name: 'liste, en retard, un agent', calls: list(() => ({ vue: 'en-retard', assigneA: assignee() })) },
    { name: 'liste, non attribués', calls: list(() => ({ vue: 'non-assignes' })) },
    { name: 'liste, page profonde', calls: list(() => ({ apres: h.parmi(p.deep) })) },
    { name: 'recherche, nom fréquent', calls: list(() => ({ recherche: h.parmi(NAMES) })) },
    {
      name: 'recherche, nom et prénom',
      calls: list(() => ({ recherche: `${h.parmi(FIRST_NAMES)} ${h.parmi(NAMES)}` })),
    },
    { name: 'recherche, nom rare', calls: list(() => ({ recherche: rareWord(h.entier(2000, 25_000)) })) },
    { name: 'recherche, mot rare', calls: list(() => ({ recherche: rareWord(h.entier(5000, 19_000)) })) },
    { name: 'recherche, mot moyen', calls: list(() => ({ recherche: middling() })) },
    { name: 'recherche, mot courant', calls: list(() => ({ recherche: common() })) },
    { name: 'recherche, mot fréquent', calls: list(() => ({ recherche: frequent() })) },
    { name: 'recherche, deux mots', calls: list(() => ({ recherche: `${common()} ${frequent()}` })) },
    { name: 'recherche, deux mots moyens', calls: list(() => ({ recherche: `${common()} ${middling()}` })) },
    { name: 'recherche, un mot absent', calls: list(() => ({ recherche: `zzyx${h.entier(1, 9)}` })) },
    {
      name: 'recherche et filtres',
      calls: list(() => ({ recherche: common(), type: 'reclamation', vue: 'ouverts' })),
    },
    {
      name: 'réclamation',
      calls: variants(() => ({
        method: 'GET',
        path: `/api/reclamations/${h.parmi(p.complaints)}`,
        body: null,
      })),
    },
    { name: 'réclamation de 30 griefs, 40 pièces, 200 faits', calls: heavy() },
    { name: 'la même, lettre et griefs', calls: heavy('/griefs') },
    { name: 'la même, analyse', calls: heavy('/analyse') },
    {
      name: 'la même, demandes aux services',
      calls: variants(() => ({
        method: 'GET',
        path: `/api/dossiers/${h.parmi(p.heavy)}/demandes`,
        body: null,
      })),
    },
    { name: 'liste, on attend un service', calls: list(() => ({ attente: 'explications' })) },
    { name: 'accueil, chef de service', calls: variants(home, [head]) },
    { name: 'liste, chef de service', calls: list(() => ({}), [head]) },
    { name: 'liste en retard, chef de service', calls: list(() => ({ vue: 'en-retard' }), [head]) },
    { name: 'recherche, chef de service', calls: list(() => ({ recherche: common() }), [head]) },
  ]
}
