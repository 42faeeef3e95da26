-- Administrations and establishments the hospital writes to: typed once, then chosen. Never removed, old letters name
-- them; one that is withdrawn is no longer offered.
create table structures.correspondant (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  nature text not null constraint correspondant_nature_connue
    check (nature in ('ars', 'defenseur-des-droits', 'etablissement', 'administration', 'autre')),
  nom text not null,
  cle_tri text collate "C" not null,
  -- the name without accents nor case: two rows in use never differ by them alone
  cle_nom text collate "C" not null,
  adresse text[] not null default '{}',
  courriel text not null default '',
  retire_a timestamptz,
  version integer not null default 1,
  cree_a timestamptz not null
);
create index correspondant_tri_idx on structures.correspondant (etablissement_id, cle_tri, id);
create unique index correspondant_nom_unique on structures.correspondant (etablissement_id, cle_nom) where retire_a is null;

alter table structures.correspondant enable row level security;
alter table structures.correspondant force row level security;
create policy correspondant_sien on structures.correspondant to porte_voix_application
  using (etablissement_id = (select acces.etablissement()) and (select acces.acteur()) is distinct from 'lien-de-tache')
  with check (etablissement_id = (select acces.etablissement()));
grant select, insert, update on structures.correspondant to porte_voix_application;
