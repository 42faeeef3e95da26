-- What was written before parts were kept: griefs, notes, orientations, requests and answers. Their vectors are computed by a job
-- (derivation « parties »), with the words as the application cuts them. Letters and pieces follow with their text.
-- The owner is held by its own policies, so they are lifted while it looks at every establishment.
alter table dossiers.recherche_partie no force row level security;
alter table dossiers.dossier no force row level security;
alter table dossiers.fait no force row level security;
alter table reclamations.grief no force row level security;
alter table contacts.contact no force row level security;
alter table taches.tache no force row level security;
alter table taches.sujet no force row level security;
alter table structures.structure no force row level security;

insert into dossiers.recherche_partie (dossier_id, source, objet_id, audience, structure_id, lieu, texte, tsv, octets)
select v.dossier_id, v.source, v.objet_id, v.audience, v.structure_id, v.lieu, v.texte, '', 0 from (
  select g.dossier_id, 'grief' as source, g.id as objet_id, 'suivi' as audience, g.service_id as structure_id, '' as lieu, g.intitule as texte
    from reclamations.grief g where g.retire_a is null
  union all
  select g.dossier_id, 'constat', g.id, 'departement', null, g.intitule, btrim(g.motivation || E'\n' || g.reponse, E'\n')
    from reclamations.grief g where g.retire_a is null
  union all
  select f.dossier_id, 'note', f.id, 'departement', null, '', f.details ->> 'texte'
    from dossiers.fait f
   where f.details ->> 'texte' is not null and not exists (select 1 from dossiers.fait r where r.rectifie = f.id)
  union all
  select c.dossier_id, 'orientation', c.dossier_id, 'dossier', null, '', c.orientation_precision from contacts.contact c
  union all
  select t.dossier_id, 'demande', t.id, 'service', t.structure_id, coalesce(s.nom, t.destinataire_nom), t.message
    from taches.tache t left join structures.structure s on s.id = t.structure_id where t.etat <> 'annulee'
  union all
  select t.dossier_id, 'explications', t.id, 'service', t.structure_id, coalesce(s.nom, t.destinataire_nom),
         concat_ws(E'\n', nullif(t.reponse, ''),
           (select string_agg(j.reponse, E'\n' order by j.rang) from taches.sujet j where j.tache_id = t.id))
    from taches.tache t left join structures.structure s on s.id = t.structure_id where t.etat = 'repondue'
) v where btrim(v.texte) <> '';

alter table dossiers.recherche_partie force row level security;
alter table dossiers.dossier force row level security;
alter table dossiers.fait force row level security;
alter table reclamations.grief force row level security;
alter table contacts.contact force row level security;
alter table taches.tache force row level security;
alter table taches.sujet force row level security;
alter table structures.structure force row level security;
