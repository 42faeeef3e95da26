import type { Tx } from '#platform/db/index.ts'

/** A dossier with what its page shows around it, in one statement. */
export interface TroncLu {
  readonly id: string
  readonly etablissementId: string
  readonly type: string
  readonly numero: string
  readonly etat: string
  readonly estClos: boolean
  readonly version: number
  readonly classe: string
  readonly objet: string
  readonly recuLe: string
  readonly priorite: string
  readonly etiquettes: { id: string; libelle: string }[]
  readonly miseDeCote: { jusquAu: string; motif: string } | null
  readonly assigne: { id: string; nom: string } | null
  readonly services: { id: string; nom: string }[]
  readonly affaire: { id: string; titre: string } | null
  readonly recits: { id: string; rang: number; texte: string; creeA: string; agent: string | null }[]
  readonly liens: {
    id: string
    numero: string
    objet: string
    type: string
    nature: string
    estInverse: boolean
  }[]
  readonly conflits: { agentId: string; nom: string; declareA: string }[]
  readonly agents: { id: string; nom: string }[]
}

const REQUETE = `
select d.id, d.etablissement_id as "etablissementId", d.type, d.numero, d.etat, d.est_clos as "estClos", d.version,
  d.classe, d.objet, d.recu_le as "recuLe", d.priorite,
  (select coalesce(json_agg(json_build_object('id', t.id, 'libelle', t.libelle) order by t.cle), '[]')
     from dossiers.etiquetage g join dossiers.etiquette t on t.id = g.etiquette_id where g.dossier_id = d.id) as etiquettes,
  (select json_build_object('jusquAu', m.jusqu_au, 'motif', m.motif) from dossiers.mise_de_cote m
    where m.dossier_id = d.id and m.agent_id = acces.agent()) as "miseDeCote",
  (select json_build_object('id', a.id, 'nom', a.prenom || ' ' || a.nom) from agents.agent a where a.id = d.assigne_a) as assigne,
  (select coalesce(json_agg(json_build_object('id', s.id, 'nom', s.nom) order by s.cle_tri), '[]')
     from structures.structure s where s.id = any(d.services)) as services,
  (select json_build_object('id', f.id, 'titre', f.titre) from dossiers.affaire f where f.id = d.affaire_id) as affaire,
  (select coalesce(json_agg(json_build_object('id', r.id, 'rang', r.rang, 'texte', r.texte, 'creeA', r.cree_a,
       'agent', (select a.prenom || ' ' || a.nom from agents.agent a where a.id = r.agent_id)) order by r.rang desc), '[]')
     from dossiers.recit r where r.dossier_id = d.id) as recits,
  (select coalesce(json_agg(json_build_object('id', v.id, 'numero', v.numero, 'objet', v.objet, 'type', v.type,
       'nature', l.nature, 'estInverse', l.est_inverse) order by v.recu_le desc), '[]')
     from (select l.vers_id as autre, l.nature, false as est_inverse from dossiers.lien l where l.dossier_id = d.id
           union all select l.dossier_id, l.nature, true from dossiers.lien l where l.vers_id = d.id) l
     join dossiers.dossier v on v.id = l.autre) as liens,
  (select coalesce(json_agg(json_build_object('agentId', a.id, 'nom', a.prenom || ' ' || a.nom, 'declareA', c.declare_a)
       order by c.declare_a, a.id), '[]')
     from dossiers.conflit c join agents.agent a on a.id = c.agent_id where c.dossier_id = d.id) as conflits,
  (select coalesce(json_agg(distinct jsonb_build_object('id', a.id, 'nom', a.prenom || ' ' || a.nom)), '[]')
     from agents.agent a where a.id in (select f.agent_id from dossiers.fait f where f.dossier_id = d.id
       union select e.agent_id from journal.entree e where e.dossier_id = d.id)) as agents
from dossiers.dossier d where d.id = $1`

/** Null outside the perimeter. `agents` names whoever appears in the facts and, for those who may read it, the journal. */
export async function trouverTronc(tx: Tx, id: string): Promise<TroncLu | null> {
  const { rows } = await tx.query<TroncLu>(REQUETE, [id])
  return rows[0] ?? null
}
