-- Words of the department on its dossiers, « député », « presse », « à suivre avec la qualité »: a shared vocabulary, part of no
-- history and no deadline. Working matter: only who sees every dossier of the hospital reads or places them.
create table dossiers.etiquette (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  libelle text not null constraint etiquette_nommee check (length(btrim(libelle)) > 0),
  cle text collate "C" not null,
  version integer not null default 1,
  creee_par uuid not null references agents.agent (id),
  creee_a timestamptz not null,
  -- no longer offered; the dossiers that bear it keep it
  retiree_a timestamptz
);
create unique index etiquette_unique on dossiers.etiquette (etablissement_id, cle) where retiree_a is null;

-- The day of the dossier is repeated here, and follows it: the index serves filter and order at once.
create table dossiers.etiquetage (
  dossier_id uuid not null,
  etiquette_id uuid not null references dossiers.etiquette (id),
  recu_le date not null,
  posee_par uuid not null references agents.agent (id),
  posee_a timestamptz not null,
  primary key (dossier_id, etiquette_id),
  constraint etiquetage_dossier_fkey foreign key (dossier_id, recu_le) references dossiers.dossier (id, recu_le)
    on update cascade
);
create index etiquetage_recu_idx on dossiers.etiquetage (etiquette_id, recu_le desc, dossier_id desc);

alter table dossiers.etiquette enable row level security;
alter table dossiers.etiquette force row level security;
alter table dossiers.etiquetage enable row level security;
alter table dossiers.etiquetage force row level security;
create policy etiquette_du_departement on dossiers.etiquette to porte_voix_application
  using (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
create policy etiquetage_du_departement on dossiers.etiquetage to porte_voix_application using (
  (select acces.voit_tout())
  and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
) with check (
  (select acces.voit_tout())
  and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
  and exists (select 1 from dossiers.etiquette e where e.id = etiquette_id offset 0)
);
grant select, insert, update on dossiers.etiquette to porte_voix_application;
grant select, insert, update, delete on dossiers.etiquetage to porte_voix_application;
