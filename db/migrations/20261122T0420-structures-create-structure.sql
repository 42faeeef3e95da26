-- The establishment (its address, e-mail and phone are mentions of every acknowledgement, CRPA R112-5)
-- and its pôles, services and UF.
create schema structures;
grant usage on schema structures to porte_voix_application;
grant usage, create on schema structures to porte_voix_definer;

create table structures.etablissement (
  id uuid primary key,
  nom text not null,
  finess text not null default '',
  service_nom text not null,
  adresse text[] not null,
  courriel text not null,
  telephone text not null,
  fuseau text not null default 'Europe/Paris',
  calendrier text not null default 'metropole',
  signataire_nom text not null default '',
  signataire_qualite text not null default '',
  tribunal text not null default '',
  version integer not null default 1,
  cree_a timestamptz not null
);
create table structures.structure (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  parent_id uuid references structures.structure (id),
  nature text not null constraint structure_nature_connue check (nature in ('pole', 'service', 'uf')),
  code text not null,
  nom text not null,
  cle_tri text collate "C" not null,
  ferme_le date,
  constraint structure_code_unique unique (etablissement_id, code)
);
create index structure_tri_idx on structures.structure (etablissement_id, cle_tri, id);
create index structure_parent_idx on structures.structure (parent_id) where parent_id is not null;

alter table structures.etablissement enable row level security;
alter table structures.etablissement force row level security;
create policy etablissement_sien on structures.etablissement to porte_voix_application
  using (id = (select acces.etablissement())) with check (id = (select acces.etablissement()));
create policy etablissement_definer on structures.etablissement to porte_voix_definer using (true);
alter table structures.structure enable row level security;
alter table structures.structure force row level security;
create policy structure_sienne on structures.structure to porte_voix_application
  using (etablissement_id = (select acces.etablissement()))
  with check (etablissement_id = (select acces.etablissement()));
create policy structure_definer on structures.structure to porte_voix_definer using (true);
grant select, insert, update on structures.etablissement, structures.structure to porte_voix_application;
grant select on structures.etablissement, structures.structure to porte_voix_definer;

-- Every establishment of the installation, for the jobs that work on each in turn; nothing but identifiers.
create function structures.lister_etablissements() returns setof uuid
language sql stable security definer set search_path = pg_catalog as
  $$ select e.id from structures.etablissement e order by e.id $$;
alter function structures.lister_etablissements owner to porte_voix_definer;
revoke all on function structures.lister_etablissements from public;
grant execute on function structures.lister_etablissements to porte_voix_application;
