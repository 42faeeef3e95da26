-- The fake case type that exercises the engine and that new:case copies: a wheelchair lent to a visitor.
create schema pret_de_fauteuil;
grant usage on schema pret_de_fauteuil to porte_voix_application;
create table pret_de_fauteuil.pret_de_fauteuil (
  dossier_id uuid primary key references dossiers.dossier (id),
  fauteuil text not null
);
alter table pret_de_fauteuil.pret_de_fauteuil enable row level security;
alter table pret_de_fauteuil.pret_de_fauteuil force row level security;
create policy pret_de_fauteuil_du_dossier on pret_de_fauteuil.pret_de_fauteuil to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
grant select, insert, update on pret_de_fauteuil.pret_de_fauteuil to porte_voix_application;
