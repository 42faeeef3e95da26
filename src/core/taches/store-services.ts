import type { Tx } from '#platform/db/index.ts'

export interface CompteDuService {
  readonly structureId: string | null
  readonly nom: string | null
  readonly attendues: number
  readonly enRetard: number
  readonly plusAncienneLe: string | null
  readonly repondues: number
  readonly delaiMedian: number | null
}

// Reading conclusions is not answering: it counts among what is owed, not in the delay.
const COMPTES = `
select t.structure_id as "structureId", s.nom,
  (count(*) filter (where t.etat = 'demandee'))::int as attendues,
  (count(*) filter (where t.etat = 'demandee' and t.pour_le < $2::date))::int as "enRetard",
  min(t.demandee_le) filter (where t.etat = 'demandee') as "plusAncienneLe",
  (count(*) filter (where t.etat = 'repondue' and t.nature = 'explications'))::int as repondues,
  percentile_cont(0.5) within group (order by (t.repondue_a at time zone $4::text)::date - t.demandee_le)
    filter (where t.etat = 'repondue' and t.nature = 'explications') as "delaiMedian"
from taches.tache t left join structures.structure s on s.id = t.structure_id
where t.etablissement_id = $1
  and (t.etat = 'demandee' or (t.etat = 'repondue' and t.repondue_a >= $3))
group by t.structure_id, s.nom, s.cle_tri
order by "enRetard" desc, "plusAncienneLe" nulls last, s.cle_tri nulls last`

/** What each structure owes today, and how it answered since a day. One statement. */
export async function compterParService(
  tx: Tx,
  a: {
    readonly etablissementId: string
    readonly aujourdHui: string
    readonly depuisA: Date
    readonly fuseau: string
  },
): Promise<CompteDuService[]> {
  const { rows } = await tx.query<CompteDuService>(COMPTES, [
    a.etablissementId,
    a.aujourdHui,
    a.depuisA,
    a.fuseau,
  ])
  return rows
}

/** Reminders that did not leave and nobody took up again. One statement. */
export async function compterARecommencer(tx: Tx, etablissementId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from dossiers.attente
      where etablissement_id = $1 and code = 'relance-a-reprendre'`,
    [etablissementId],
  )
  return rows[0]?.n ?? 0
}
