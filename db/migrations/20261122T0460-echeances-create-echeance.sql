-- The rows lists need of the computed deadlines, rebuilt in the transaction of the fact that changes them,
-- and the hospital's internal targets: versioned rows laid over the defaults of the code.
create schema echeances;
grant usage on schema echeances to porte_voix_application;

create table echeances.echeance (
  dossier_id uuid not null references dossiers.dossier (id),
  code text not null,
  fait_id uuid not null,
  limite_le date,
  limite_a timestamptz,
  cible_le date,
  etat text not null constraint echeance_etat_connu
    check (etat in ('ouverte', 'suspendue', 'tenue', 'neutralisee', 'sans-objet')),
  tenue_le date,
  primary key (dossier_id, code, fait_id)
);
create table echeances.reglage (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  code text not null,
  valeur integer not null constraint reglage_positif check (valeur between 0 and 3650),
  enregistre_a timestamptz not null,
  agent_id uuid
);
create index reglage_dernier_idx on echeances.reglage (etablissement_id, code, enregistre_a desc, id desc);

alter table echeances.echeance enable row level security;
alter table echeances.echeance force row level security;
create policy echeance_du_dossier on echeances.echeance to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
alter table echeances.reglage enable row level security;
alter table echeances.reglage force row level security;
create policy reglage_sien on echeances.reglage to porte_voix_application
  using (etablissement_id = (select acces.etablissement()));
grant select, insert, delete on echeances.echeance to porte_voix_application;
grant select, insert on echeances.reglage to porte_voix_application;
