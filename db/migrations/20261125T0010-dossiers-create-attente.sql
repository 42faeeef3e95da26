-- Who owes what on a dossier: a request to a service, a letter to sign, a measure promised. One row a wait, kept by the
-- module that knows it (`origine`), so that home and lists read one table whatever the modules.
create table dossiers.attente (
  dossier_id uuid not null references dossiers.dossier (id),
  origine text not null constraint attente_origine_connue check (origine in ('taches', 'courriers', 'reclamations')),
  -- what it is about, unique within its origin: the id of a request, of a letter, of a measure
  objet_id uuid not null,
  etablissement_id uuid not null references structures.etablissement (id),
  code text not null,
  -- who owes it, as it is shown: a service, a signatory, a person in charge
  de text not null,
  agent_id uuid references agents.agent (id),
  pour_le date,
  primary key (dossier_id, origine, objet_id)
);
create index attente_pour_le_idx on dossiers.attente (etablissement_id, code, pour_le, dossier_id);
create index attente_agent_idx on dossiers.attente (agent_id, pour_le, dossier_id) where agent_id is not null;

alter table dossiers.attente enable row level security;
alter table dossiers.attente force row level security;
create policy attente_du_dossier on dossiers.attente to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
grant select, insert, delete on dossiers.attente to porte_voix_application;
