-- What is computed and stored (deadlines, search index): by which rules, which form. When the code brings others, a job computes
-- again what was stored, and writes it here when it is done.
create table dossiers.derivation (
  etablissement_id uuid not null references structures.etablissement (id),
  nature text not null constraint derivation_nature_connue check (nature in ('echeances', 'recherche')),
  empreinte text not null,
  faite_a timestamptz not null,
  primary key (etablissement_id, nature)
);
alter table dossiers.derivation enable row level security;
alter table dossiers.derivation force row level security;
create policy derivation_du_systeme on dossiers.derivation to porte_voix_application
  using (etablissement_id = (select acces.etablissement()) and (select acces.acteur()) = 'systeme');
grant select, insert, update on dossiers.derivation to porte_voix_application;
