-- The spine: dossier, facts, people, services, narrative, links, drafts, search. Every child table is seen
-- through the dossier it belongs to: one policy says who sees a dossier, the others ask it.
create schema dossiers;
grant usage on schema dossiers to porte_voix_application;
grant usage, create on schema dossiers to porte_voix_definer;

create table dossiers.dossier (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  affaire_id uuid not null,
  type text not null,
  annee integer not null,
  rang integer not null check (rang > 0),
  numero text not null,
  etat text not null,
  est_clos boolean not null default false,
  version integer not null default 1,
  classe text not null default 'ordinaire' constraint dossier_classe_connue check (classe in ('ordinaire', 'sensible')),
  objet text not null,
  recu_le date not null,
  -- what lists show of people: the author's name as it was entered, empty when anonymous
  auteur text not null default '',
  assigne_a uuid references agents.agent (id),
  services uuid[] not null default '{}',
  prochaine_echeance_le date,
  prochaine_echeance_code text,
  clos_le date,
  cree_a timestamptz not null,
  cree_par uuid,
  modifie_a timestamptz not null,
  constraint dossier_chrono_unique unique (etablissement_id, type, annee, rang)
);
-- newest first, and newest first of one type, state, or assignee
create index dossier_recu_idx on dossiers.dossier (etablissement_id, recu_le desc, id desc);
create index dossier_type_idx on dossiers.dossier (etablissement_id, type, recu_le desc, id desc);
create index dossier_etat_idx on dossiers.dossier (etablissement_id, type, etat, recu_le desc, id desc);
create index dossier_assigne_recu_idx on dossiers.dossier (assigne_a, recu_le desc, id desc);
-- Open ones: every filter of the lists is a key, checked in the index before any row is read. Services and class are what
-- the policy reads beside: with them the home counts without reading a row.
create index dossier_ouvert_idx on dossiers.dossier
  (etablissement_id, recu_le desc, id desc, type, etat, assigne_a, prochaine_echeance_le) include (services, classe)
  where not est_clos;
create index dossier_echeance_idx on dossiers.dossier (etablissement_id, prochaine_echeance_le, id)
  include (assigne_a, services, classe) where not est_clos and prochaine_echeance_le is not null;
create index dossier_assigne_idx on dossiers.dossier (assigne_a, prochaine_echeance_le, id) where not est_clos;
create index dossier_non_assigne_idx on dossiers.dossier (etablissement_id, recu_le desc, id desc)
  include (assigne_a, services, classe) where not est_clos and assigne_a is null;
create index dossier_affaire_idx on dossiers.dossier (affaire_id);
create index dossier_numero_idx on dossiers.dossier (etablissement_id, numero);

create table dossiers.compteur (
  etablissement_id uuid not null,
  type text not null,
  annee integer not null,
  dernier integer not null,
  primary key (etablissement_id, type, annee)
);

-- What happened, when it legally happened, when it was recorded, by whom. Append-only.
create table dossiers.fait (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  code text not null,
  survenu_le date not null,
  survenu_a timestamptz,
  enregistre_a timestamptz not null,
  agent_id uuid,
  details jsonb not null default '{}',
  rectifie uuid references dossiers.fait (id),
  motif text,
  constraint fait_rectification_motivee check (rectifie is null or length(btrim(motif)) > 0)
);
create index fait_dossier_idx on dossiers.fait (dossier_id, survenu_le, id);
create unique index fait_rectifie_unique on dossiers.fait (rectifie) where rectifie is not null;

create table dossiers.recit (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  rang integer not null,
  texte text not null,
  cree_a timestamptz not null,
  agent_id uuid,
  constraint recit_rang_unique unique (dossier_id, rang)
);
create table dossiers.rattachement (
  dossier_id uuid not null references dossiers.dossier (id),
  structure_id uuid not null references structures.structure (id),
  recu_le date not null,
  primary key (dossier_id, structure_id)
);
create index rattachement_structure_idx on dossiers.rattachement (structure_id, recu_le desc, dossier_id desc);
create table dossiers.lien (
  dossier_id uuid not null references dossiers.dossier (id),
  vers_id uuid not null references dossiers.dossier (id),
  nature text not null constraint lien_nature_connue check (nature in ('meme-affaire', 'suite-de', 'doublon-de')),
  cree_a timestamptz not null,
  agent_id uuid,
  primary key (dossier_id, vers_id),
  constraint lien_entre_deux check (dossier_id <> vers_id)
);
create index lien_vers_idx on dossiers.lien (vers_id);
-- an agent who must not see a dossier, whatever the role
create table dossiers.conflit (
  dossier_id uuid not null references dossiers.dossier (id),
  agent_id uuid not null references agents.agent (id),
  declare_a timestamptz not null,
  declare_par uuid,
  primary key (agent_id, dossier_id)
);
create table dossiers.brouillon (
  id uuid primary key,
  agent_id uuid not null references agents.agent (id),
  type text not null,
  contenu jsonb not null,
  modifie_a timestamptz not null
);
create index brouillon_agent_idx on dossiers.brouillon (agent_id, modifie_a desc);
-- Read only by the search function. Rank window and rank live here so that the dossier row stays narrow.
create table dossiers.recherche (
  dossier_id uuid primary key references dossiers.dossier (id),
  etablissement_id uuid not null,
  recu_le date not null,
  cle_nom text collate "C" not null,
  tsv tsvector not null
);
alter table dossiers.recherche alter column tsv set statistics 1000;
create index recherche_recu_idx on dossiers.recherche (etablissement_id, recu_le desc, dossier_id desc);
create index recherche_tsv_idx on dossiers.recherche using gin (tsv) with (fastupdate = off);
create index recherche_nom_idx on dossiers.recherche using gin (cle_nom public.gin_trgm_ops) with (fastupdate = off);

alter table dossiers.dossier enable row level security;
alter table dossiers.dossier force row level security;
create policy dossier_perimetre on dossiers.dossier to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and ((select acces.voit_tout()) or services && (select acces.services()) or assigne_a = (select acces.agent()))
  and (classe = 'ordinaire' or (select acces.voit_sensible()) or assigne_a = (select acces.agent()))
  and id <> all ((select acces.conflits())::uuid[])
);
create policy dossier_definer on dossiers.dossier for select to porte_voix_definer using (true);
alter table dossiers.compteur enable row level security;
alter table dossiers.compteur force row level security;
create policy compteur_sien on dossiers.compteur to porte_voix_application
  using (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
do $$
declare t text;
begin
  foreach t in array array['fait', 'recit', 'rattachement', 'lien', 'conflit', 'recherche'] loop
    execute format('alter table dossiers.%I enable row level security', t);
    execute format('alter table dossiers.%I force row level security', t);
    execute format('create policy %I on dossiers.%I to porte_voix_application
      using (exists (select 1 from dossiers.dossier d where d.id = dossier_id))', t || '_du_dossier', t);
  end loop;
end $$;
-- Read by ranges: `offset 0` keeps the planner from hashing every dossier of the hospital to check one page of a service.
alter policy rattachement_du_dossier on dossiers.rattachement
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
create policy conflit_definer on dossiers.conflit for select to porte_voix_definer using (true);
create policy recherche_definer on dossiers.recherche for select to porte_voix_definer using (true);
alter table dossiers.brouillon enable row level security;
alter table dossiers.brouillon force row level security;
create policy brouillon_sien on dossiers.brouillon to porte_voix_application
  using (agent_id = (select acces.agent()));

grant select, insert, update on dossiers.dossier, dossiers.compteur to porte_voix_application;
grant select, insert on dossiers.fait, dossiers.recit, dossiers.conflit to porte_voix_application;
grant select, insert, delete on dossiers.rattachement, dossiers.lien to porte_voix_application;
grant select, insert, update, delete on dossiers.brouillon, dossiers.recherche to porte_voix_application;
grant select on dossiers.dossier, dossiers.conflit, dossiers.recherche to porte_voix_definer;

-- Ids found, best first. The caller joins them to dossiers.dossier, where the perimeter decides. `@@` and LIKE are
-- not leakproof: under row-level security they would turn the GIN indexes off, hence the definer; EXECUTE, because
-- PostgreSQL 15 would plan a static statement generically. Ranking looks at the newest 300 matches only.
-- LIKE has no statistics behind row-level security, so the planner guesses by the length of the key: a name is looked for
-- through its index; one found 10 000 times is so frequent that going down from the newest is shorter.
create function dossiers.chercher(p_etablissement uuid, p_mots text, p_nom text, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
begin
  if p_mots <> '' then
    return query execute
      'select f.dossier_id, f.recu_le, ts_rank_cd(f.tsv, q) from to_tsquery(''french'', $2) q,
         lateral (select r.dossier_id, r.recu_le, r.tsv from dossiers.recherche r
                   where r.etablissement_id = $1 and r.tsv @@ q order by r.recu_le desc, r.dossier_id desc limit $3) f'
      using p_etablissement, p_mots, p_fenetre;
  end if;
  if p_nom <> '' then
    return query execute
      'with trouves as materialized (select r.dossier_id, r.recu_le from dossiers.recherche r
          where r.etablissement_id = $1 and r.cle_nom like ''%'' || $2 || ''%'' limit 10000)
       select t.dossier_id, t.recu_le, 10::real from trouves t where (select count(*) from trouves) < 10000
       union all (select r.dossier_id, r.recu_le, 10::real
           from (select x.dossier_id, x.recu_le, x.cle_nom from dossiers.recherche x
                  where x.etablissement_id = $1 order by x.recu_le desc, x.dossier_id desc offset 0) r
          where (select count(*) from trouves) = 10000 and r.cle_nom like ''%'' || $2 || ''%'' limit $3)
       order by 2 desc, 1 desc limit $3'
      using p_etablissement, p_nom, p_fenetre;
  end if;
end $$;
alter function dossiers.chercher owner to porte_voix_definer;
revoke all on function dossiers.chercher from public;
grant execute on function dossiers.chercher to porte_voix_application;

-- A session with everything the policies need, found by the digest of its token. Who answers for a pôle answers for its
-- services and their UF.
create function agents.trouver_session(p_empreinte bytea, p_maintenant timestamptz)
returns table (agent_id uuid, etablissement_id uuid, role text, services uuid[], conflits uuid[],
               nom text, prenom text, fonction text, doit_changer_mot_de_passe boolean, fuseau text, calendrier text,
               vue_a timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.etablissement_id, a.role,
         array(with recursive sienne (id) as (
                 select unnest(a.services)
                 union select t.id from structures.structure t join sienne on t.parent_id = sienne.id
                        where t.etablissement_id = a.etablissement_id)
               select id from sienne),
         array(select c.dossier_id from dossiers.conflit c where c.agent_id = a.id),
         a.nom, a.prenom, a.fonction, a.doit_changer_mot_de_passe, e.fuseau, e.calendrier, s.vue_a
    from agents.session s
    join agents.agent a on a.id = s.agent_id and a.est_actif
    join structures.etablissement e on e.id = a.etablissement_id
   where s.empreinte = p_empreinte and s.expire_a > p_maintenant
$$;
alter function agents.trouver_session owner to porte_voix_definer;
revoke all on function agents.trouver_session from public;
grant execute on function agents.trouver_session to porte_voix_application;
create function agents.prolonger_session(p_empreinte bytea, p_maintenant timestamptz, p_expire timestamptz)
returns void language sql security definer set search_path = pg_catalog as
  $$ update agents.session s set vue_a = p_maintenant, expire_a = p_expire where s.empreinte = p_empreinte $$;
alter function agents.prolonger_session owner to porte_voix_definer;
revoke all on function agents.prolonger_session from public;
grant execute on function agents.prolonger_session to porte_voix_application;
