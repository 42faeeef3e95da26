import type { Tx } from '#platform/db/index.ts'

export interface Compte {
  readonly recus: number
  readonly transmis: number
}

/** How many praises thank a service, a pôle (each once, however many of its services), none, and in all. */
export interface CompteDEloges extends Compte {
  readonly de: 'service' | 'pole' | 'sans-service' | 'total'
  readonly id: string | null
}

const COMPTES = `
with recursive lignee (id, racine) as (
  select s.id, s.id from structures.structure s where s.parent_id is null
  union all
  select s.id, l.racine from structures.structure s join lignee l on s.parent_id = l.id
), eloge as (
  select d.id, d.etat, d.services from dossiers.dossier d
   where d.etablissement_id = $1 and d.type = 'eloge' and d.recu_le between $2 and $3
), cite as (
  select e.id, e.etat, s.id as service, l.racine
    from eloge e cross join lateral unnest(e.services) as s (id) join lignee l on l.id = s.id
)
select case when grouping(c.service) = 0 then 'service' else 'pole' end as de,
       coalesce(c.service, c.racine) as id,
       count(distinct c.id)::int as recus,
       (count(distinct c.id) filter (where c.etat = 'transmis'))::int as transmis
  from cite c group by grouping sets ((c.service), (c.racine))
union all
select 'sans-service', null, count(*)::int, (count(*) filter (where e.etat = 'transmis'))::int
  from eloge e where e.services = '{}'
union all
select 'total', null, count(*)::int, (count(*) filter (where e.etat = 'transmis'))::int from eloge e`

/** Counts of the praises received over a period, both days included. One statement. */
export async function compterEloges(
  tx: Tx,
  a: { readonly etablissementId: string; readonly du: string; readonly au: string },
): Promise<CompteDEloges[]> {
  const { rows } = await tx.query<CompteDEloges>(COMPTES, [a.etablissementId, a.du, a.au])
  return rows
}
