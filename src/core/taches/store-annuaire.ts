import type { Tx } from '#platform/db/index.ts'
import type { Annuaire } from './domain/repondants.ts'

// Active agents with an address, by name, who stands in for each that day, and what each structure is under.
const ANNUAIRE = `
select
  (select coalesce(json_agg(json_build_object(
       'nom', trim(a.prenom || ' ' || a.nom), 'courriel', a.courriel, 'role', a.role, 'services', a.services,
       'remplacant', case when r.id is null then null
                          else json_build_object('nom', trim(r.prenom || ' ' || r.nom), 'courriel', r.courriel) end)
       order by a.cle_tri, a.id), '[]')
     from agents.agent a
     left join agents.absence x on x.agent_id = a.id and x.annulee_a is null and $1::date between x.du and x.au
     left join agents.agent r on r.id = x.remplacant_id and r.est_actif and r.courriel <> ''
    where a.est_actif and a.courriel <> '') as personnes,
  (select coalesce(json_object_agg(s.id, s.parent_id), '{}') from structures.structure s) as parents`

interface Ligne {
  readonly personnes: Annuaire['personnes']
  readonly parents: Readonly<Record<string, string | null>>
}

/** Who answers for which structure that day. One statement. */
export async function lireAnnuaire(tx: Tx, jour: string): Promise<Annuaire> {
  const { rows } = await tx.query<Ligne>(ANNUAIRE, [jour])
  const { personnes = [], parents = {} } = rows[0] ?? {}
  return { personnes, parents: new Map(Object.entries(parents)) }
}
