-- A request to a service about a dossier: what is asked, the reminders, the links that answer it, the draft of the answer.
create schema taches;
grant usage on schema taches to porte_voix_application, porte_voix_definer;
grant create on schema taches to porte_voix_definer;

create table taches.tache (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  etablissement_id uuid not null references structures.etablissement (id),
  nature text not null constraint tache_nature_connue check (nature in ('explications', 'restitution')),
  -- null: asked of someone outside the structures of the hospital
  structure_id uuid references structures.structure (id),
  destinataire_nom text not null default '',
  destinataire_fonction text not null default '',
  destinataire_courriel text not null default '',
  -- who asks, as it is shown: agents are not the reader's to look up
  demandeur text not null,
  objet text not null,
  message text not null,
  demandee_a timestamptz not null,
  demandee_par uuid,
  demandee_le date not null,
  pour_le date not null,
  etat text not null default 'demandee' constraint tache_etat_connu check (etat in ('demandee', 'repondue', 'annulee')),
  repondue_a timestamptz,
  -- the agent who answered signed in; null by a link
  repondue_par uuid,
  repondant_nom text not null default '',
  repondant_fonction text not null default '',
  reponse text not null default '',
  annulee_a timestamptz,
  annulee_par uuid,
  annulation_motif text not null default '',
  version integer not null default 1,
  constraint tache_repondue_datee check ((etat = 'repondue') = (repondue_a is not null)),
  constraint tache_annulee_datee check ((etat = 'annulee') = (annulee_a is not null))
);
create index tache_dossier_idx on taches.tache (dossier_id, demandee_a, id);
create index tache_structure_idx on taches.tache (structure_id, etat, pour_le, id) where structure_id is not null;

create table taches.sujet (
  tache_id uuid not null references taches.tache (id),
  -- what it is for the case that asks: a grief, a question; opaque here
  sujet_id uuid not null,
  rang integer not null,
  titre text not null,
  citation text not null default '',
  reponse text,
  primary key (tache_id, sujet_id)
);
create table taches.relance (
  id uuid primary key,
  tache_id uuid not null references taches.tache (id),
  niveau text not null constraint relance_niveau_connu check (niveau in ('rappel', 'relance', 'hierarchie')),
  faite_le date not null,
  faite_a timestamptz not null,
  par uuid,
  a_nom text not null default '',
  a_courriel text not null default '',
  envoi text not null constraint relance_envoi_connu check (envoi in ('a-copier', 'parti', 'incertain', 'echec'))
);
create index relance_tache_idx on taches.relance (tache_id, faite_a, id);
-- A token is never kept: only its SHA-256.
create table taches.lien (
  empreinte bytea primary key,
  tache_id uuid not null references taches.tache (id),
  cree_a timestamptz not null,
  expire_a timestamptz not null,
  revoque_a timestamptz,
  envoi text constraint lien_envoi_connu check (envoi in ('parti', 'incertain', 'echec'))
);
create index lien_tache_idx on taches.lien (tache_id, cree_a);
-- What the service is writing; the department reads it once it is sent.
create table taches.brouillon (
  tache_id uuid primary key references taches.tache (id),
  nom text not null,
  fonction text not null,
  reponse text not null,
  -- sujet_id → text
  reponses jsonb not null,
  version integer not null default 1,
  modifie_a timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['tache', 'sujet', 'relance', 'lien', 'brouillon'] loop
    execute format('alter table taches.%I enable row level security', t);
    execute format('alter table taches.%I force row level security', t);
  end loop;
end $$;

-- Seen by who holds its link; by who works on every dossier, through the dossier; by the service asked, through the dossier
-- too: what another service was asked, and answered, is not theirs.
create policy tache_perimetre on taches.tache to porte_voix_application
  using (
    etablissement_id = (select acces.etablissement())
    and (id = (select acces.tache())
         or (((select acces.voit_tout()) or structure_id = any ((select acces.services())::uuid[]))
             and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)))
  )
  with check (
    etablissement_id = (select acces.etablissement())
    and (id = (select acces.tache()) or (select acces.voit_tout()) or structure_id = any ((select acces.services())::uuid[]))
    and exists (select 1 from dossiers.dossier d where d.id = dossier_id)
  );
create policy tache_definer on taches.tache for select to porte_voix_definer using (true);
create policy sujet_de_la_tache on taches.sujet to porte_voix_application
  using (exists (select 1 from taches.tache t where t.id = tache_id));
create policy relance_de_la_tache on taches.relance to porte_voix_application
  using (exists (select 1 from taches.tache t where t.id = tache_id));
create policy lien_de_la_tache on taches.lien to porte_voix_application
  using (exists (select 1 from taches.tache t where t.id = tache_id));
create policy lien_definer on taches.lien for select to porte_voix_definer using (true);
create policy brouillon_du_service on taches.brouillon to porte_voix_application using (
  exists (select 1 from taches.tache t where t.id = tache_id
            and (t.id = (select acces.tache()) or t.structure_id = any ((select acces.services())::uuid[])
                 or (select acces.acteur()) = 'systeme'))
);

grant select, insert on taches.tache, taches.sujet, taches.relance, taches.lien to porte_voix_application;
grant update (pour_le, etat, repondue_a, repondue_par, repondant_nom, repondant_fonction, reponse,
              annulee_a, annulee_par, annulation_motif, version) on taches.tache to porte_voix_application;
grant update (reponse) on taches.sujet to porte_voix_application;
grant update (envoi) on taches.relance to porte_voix_application;
grant update (expire_a, revoque_a, envoi) on taches.lien to porte_voix_application;
grant select, insert, update, delete on taches.brouillon to porte_voix_application;
grant select on taches.tache, taches.lien to porte_voix_definer;

-- What a token opens, before any perimeter exists: found by its digest alone.
create function taches.trouver_lien(p_empreinte bytea, p_maintenant timestamptz)
returns table (tache_id uuid, dossier_id uuid, etablissement_id uuid, fuseau text, calendrier text, situation text)
language sql stable security definer set search_path = pg_catalog as $$
  select t.id, t.dossier_id, t.etablissement_id, e.fuseau, e.calendrier,
         case when l.revoque_a is not null then 'revoque'
              when t.etat = 'annulee' then 'annule'
              when l.expire_a <= p_maintenant then 'expire'
              when t.etat = 'repondue' then 'repondu'
              else 'ouvert' end
    from taches.lien l
    join taches.tache t on t.id = l.tache_id
    join structures.etablissement e on e.id = t.etablissement_id
   where l.empreinte = p_empreinte
$$;
alter function taches.trouver_lien owner to porte_voix_definer;
revoke all on function taches.trouver_lien from public;
grant execute on function taches.trouver_lien to porte_voix_application;

-- Whom to call when a link says nothing of where it comes from: the only establishment of the installation, or nobody.
create function structures.trouver_contact_unique()
returns table (nom text, service_nom text, telephone text)
language sql stable security definer set search_path = pg_catalog as $$
  select e.nom, e.service_nom, e.telephone from structures.etablissement e
   where (select count(*) from structures.etablissement) = 1
$$;
alter function structures.trouver_contact_unique owner to porte_voix_definer;
revoke all on function structures.trouver_contact_unique from public;
grant execute on function structures.trouver_contact_unique to porte_voix_application;
