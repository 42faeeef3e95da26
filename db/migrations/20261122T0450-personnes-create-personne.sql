-- People, each entered once per meeting: strict homonyms stay two rows, nothing ever merges them by itself.
create schema personnes;
grant usage on schema personnes to porte_voix_application;

create table personnes.personne (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  civilite text not null default '' constraint personne_civilite_connue check (civilite in ('', 'mme', 'm')),
  nom text not null,
  prenom text not null default '',
  nom_de_naissance text not null default '',
  nee_le date,
  courriel text not null default '',
  telephone text not null default '',
  -- French postal form (NF Z10-011): each part is one line of the envelope
  complement text not null default '',
  voie text not null default '',
  lieu_dit text not null default '',
  code_postal text not null default '',
  commune text not null default '',
  pays text not null default '',
  cle_nom text collate "C" not null,
  cle_courriel text collate "C" not null default '',
  version integer not null default 1,
  cree_a timestamptz not null
);
create index personne_nom_idx on personnes.personne (etablissement_id, cle_nom text_pattern_ops, id);
create index personne_courriel_idx on personnes.personne (etablissement_id, cle_courriel) where cle_courriel <> '';

-- who is what in a dossier; in this schema because a person's visibility comes from it
create table dossiers.participation (
  dossier_id uuid not null references dossiers.dossier (id),
  personne_id uuid not null references personnes.personne (id),
  role text not null constraint participation_role_connu check (role in ('auteur', 'patient', 'representant', 'temoin')),
  qualite text not null default '',
  primary key (dossier_id, personne_id, role)
);
create index participation_personne_idx on dossiers.participation (personne_id);

-- written consent before any medical data is opened to someone (CSP L1112-3, R1112-93); withdrawn, never erased
create table personnes.consentement (
  id uuid primary key,
  personne_id uuid not null references personnes.personne (id),
  dossier_id uuid references dossiers.dossier (id),
  objet text not null constraint consentement_objet_connu
    check (objet in ('acces-aux-donnees-de-sante', 'transmission-au-service', 'reponse-par-courriel')),
  forme text not null constraint consentement_forme_connue check (forme in ('ecrit', 'oral-consigne')),
  donne_le date not null,
  retire_le date,
  piece_id uuid,
  enregistre_a timestamptz not null,
  agent_id uuid
);
create index consentement_personne_idx on personnes.consentement (personne_id, donne_le desc);

alter table personnes.personne enable row level security;
alter table personnes.personne force row level security;
-- True for someone no dossier names yet, hidden ones included: whoever enters people must find again who was just entered.
create function dossiers.sans_participation(p_personne uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as
  $$ select not exists (select 1 from dossiers.participation x where x.personne_id = p_personne) $$;
alter function dossiers.sans_participation owner to porte_voix_definer;
revoke all on function dossiers.sans_participation from public;
grant execute on function dossiers.sans_participation to porte_voix_application;
-- A person is seen through a dossier that is seen: being allowed every ordinary dossier is not enough.
-- `offset 0` keeps it a probe per person: hashed, it would read every participation for ten suggestions.
create policy personne_perimetre on personnes.personne to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and (exists (select 1 from dossiers.participation p where p.personne_id = id offset 0)
       or ((select acces.voit_tout()) and dossiers.sans_participation(id)))
) with check (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
alter table dossiers.participation enable row level security;
alter table dossiers.participation force row level security;
create policy participation_du_dossier on dossiers.participation to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
create policy participation_definer on dossiers.participation for select to porte_voix_definer using (true);
alter table personnes.consentement enable row level security;
alter table personnes.consentement force row level security;
create policy consentement_de_la_personne on personnes.consentement to porte_voix_application
  using (exists (select 1 from personnes.personne p where p.id = personne_id)
         and (dossier_id is null or exists (select 1 from dossiers.dossier d where d.id = dossier_id)));
grant select, insert, update on personnes.personne to porte_voix_application;
grant select, insert, delete on dossiers.participation to porte_voix_application;
grant select on dossiers.participation to porte_voix_definer;
grant select, insert on personnes.consentement to porte_voix_application;
grant update (retire_le) on personnes.consentement to porte_voix_application;
