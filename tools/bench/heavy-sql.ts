// What a million ordinary dossiers do not show: who is waited for, on one open dossier in two; and a few complaints as heavy
// as they come, on the newest acknowledged ones: 30 griefs, 40 pieces, 200 facts, 12 requests answered, 6 letters.

export const HEAVY = {
  complaints: 20,
  griefs: 30,
  pieces: 40,
  facts: 200,
  requests: 12,
  letters: 6,
  measures: 10,
} as const

export const WAITS = `
insert into dossiers.attente (dossier_id, origine, objet_id, etablissement_id, code, de, agent_id, pour_le)
select d.id, a.origine, md5(d.id || a.origine)::uuid, d.etablissement_id, a.code, a.de, a.agent, d.recu_le + a.apres
from dossiers.dossier d
cross join lateral (values
  ('taches', 'explications', 'Urgences 9', null::uuid, 30, 0.4),
  ('courriers', 'signature', 'Agent Numéro 8', d.assigne_a, 50, 0.1)
) a (origine, code, de, agent, apres, part)
where not d.est_clos and d.type = 'reclamation' and bench.h(d.rang, hashtext(a.origine)) < a.part`

const CHOSEN = `
create temporary table lourd as
select d.id, d.etablissement_id, d.recu_le, d.services, d.cree_par as agent, d.cree_a, r.id as recit_id, d.rang as n
from dossiers.dossier d join dossiers.recit r on r.dossier_id = d.id
where d.type = 'reclamation' and d.etat = 'accuse' and d.classe = 'ordinaire'
order by d.recu_le desc, d.id desc limit ${HEAVY.complaints}`

const id = (kind: string, rank: string): string => `md5(l.id || '${kind}' || ${rank})::uuid`
const upTo = (count: number, name = 'i'): string => `cross join generate_series(1, ${count}) ${name}`

export const HEAVY_INSERTS: readonly string[] = [
  CHOSEN,
  `delete from dossiers.fait where dossier_id in (select id from lourd) and code = 'note-ajoutee'`,
  `delete from pieces.piece where nature <> 'courrier' and dossier_id in (select id from lourd)`,
  // Beside the receipt, the acknowledgement prepared and sent.
  `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a, agent_id, details)
   select ${id('fait', 'i')}, l.id, 'note-ajoutee', l.recu_le + i / 5, l.cree_a + i * interval '5 hours', l.agent,
     jsonb_build_object('texte', 'Appel ' || i || ' de la personne, qui ajoute un détail et demande où en est sa réclamation.')
   from lourd l ${upTo(HEAVY.facts - 3)}`,
  `insert into reclamations.grief (id, dossier_id, rang, motif, typologie, service_id, gravite, intitule, recit_id, debut, fin, citation,
     constat, motivation, reponse, cree_a, cree_par)
   select ${id('grief', 'i')}, l.id, i, 'attente-urgences', '2026-1', l.services[1], 1 + i % 4, 'Attente sans information, point ' || i,
     l.recit_id, i, i + 20, 'personne ne nous a rien dit', 'fonde', 'Trois médecins absents ce soir-là. ',
     repeat('Nous regrettons que personne ne vous ait expliqué cette attente. ', 6), l.cree_a, l.agent
   from lourd l ${upTo(HEAVY.griefs)}`,
  `insert into reclamations.fait_relate (id, dossier_id, rang, survenu_le, heure, vecu, service_id, version_du_service)
   select ${id('vecu', 'i')}, l.id, i, l.recu_le - 20, i || ' h', 'Elle sonne, et personne ne vient.', l.services[1], 'Appel reçu, équipe en réanimation.'
   from lourd l ${upTo(20)}`,
  `insert into reclamations.cause (id, dossier_id, grief_id, famille, description, cree_a)
   select ${id('cause', 'i')}, l.id, ${id('grief', 'i')}, 'organisation', 'Effectif de nuit incomplet.', l.cree_a from lourd l ${upTo(15)}`,
  `insert into reclamations.mesure (id, dossier_id, grief_id, nature, intitule, structure_id, pour_le, cree_a)
   select ${id('mesure', 'i')}, l.id, ${id('grief', 'i')}, 'promise', 'Informer les familles toutes les deux heures', l.services[1],
     l.recu_le + 90, l.cree_a from lourd l ${upTo(HEAVY.measures)}`,
  `insert into pieces.piece (id, etablissement_id, dossier_id, deposee_par, deposee_a, nature, nom, type, extension, apercu, taille,
     sha256, objet_cle, cle_enveloppee, cle_id)
   select ${id('piece', 'i')}, l.etablissement_id, l.id, l.agent, l.cree_a + i * interval '1 day',
     case when i <= ${HEAVY.letters} then 'courrier' else 'document' end, 'Pièce ' || i || '.pdf', 'application/pdf', 'pdf', 'pdf', 120000,
     md5(l.id || 'a' || i) || md5(l.id || 'b' || i), md5(l.id || 'objet' || i), repeat('0', 80), 'bench'
   from lourd l ${upTo(HEAVY.pieces - 1)}`,
  `insert into courriers.courrier (id, dossier_id, code, piece_id, canal, mentions, produit_a, produit_par)
   select ${id('lettre', 'i')}, l.id, 'reclamations.orientation', ${id('piece', 'i')}, 'papier', '[]', l.cree_a + i * interval '1 day', l.agent
   from lourd l ${upTo(HEAVY.letters - 1)}`,
  `insert into courriers.version (id, courrier_id, dossier_id, rang, origine, piece_id, sha256, produit_a, produit_par)
   select ${id('version', 'i')}, ${id('lettre', 'i')}, l.id, 1, 'fusion', ${id('piece', 'i')}, md5(l.id || 'a' || i) || md5(l.id || 'b' || i),
     l.cree_a + i * interval '1 day', l.agent from lourd l ${upTo(HEAVY.letters - 1)}`,
  `insert into taches.tache (id, dossier_id, etablissement_id, nature, structure_id, demandeur, objet, message, demandee_a, demandee_par,
     demandee_le, pour_le, etat, repondue_a, repondant_nom, repondant_fonction, reponse)
   select ${id('tache', 'i')}, l.id, l.etablissement_id, 'explications', l.services[1], 'Agent Numéro 1', 'Explications', 'Merci de répondre.',
     l.cree_a, l.agent, l.recu_le + 2, l.recu_le + 16, 'repondue', l.cree_a + interval '9 days', 'Docteur Prat', 'Chef de service',
     repeat('Le service a reçu cette personne ce soir-là. ', 8) from lourd l ${upTo(HEAVY.requests)}`,
  `insert into taches.sujet (tache_id, sujet_id, rang, titre, citation, reponse)
   select ${id('tache', 'i')}, ${id('grief', 's')}, s, 'Attente sans information', 'personne ne nous a rien dit',
     repeat('L’équipe était auprès d’une urgence vitale. ', 5)
   from lourd l ${upTo(HEAVY.requests)} ${upTo(5, 's')}`,
  'drop table lourd',
]
