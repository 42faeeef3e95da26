-- « Absent du … au …, remplacé par … »: entered by the agent or by who runs the department, and over by itself.
create table agents.absence (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  agent_id uuid not null references agents.agent (id),
  remplacant_id uuid not null references agents.agent (id),
  du date not null,
  au date not null,
  cree_a timestamptz not null,
  cree_par uuid,
  -- back earlier, or not gone
  annulee_a timestamptz,
  annulee_par uuid,
  constraint absence_dans_l_ordre check (du <= au),
  constraint absence_remplacee_par_un_autre check (agent_id <> remplacant_id)
);
create index absence_agent_idx on agents.absence (agent_id, au) where annulee_a is null;
create index absence_remplacant_idx on agents.absence (remplacant_id, au) where annulee_a is null;

alter table agents.absence enable row level security;
alter table agents.absence force row level security;
-- read by the department and the administrator, by whoever is away and by whoever stands in
create policy absence_lecture on agents.absence for select to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and ((select acces.voit_tout()) or (select acces.role()) = 'administrateur'
       or agent_id = (select acces.agent()) or remplacant_id = (select acces.agent())));
create policy absence_saisie on agents.absence for insert to porte_voix_application with check (
  etablissement_id = (select acces.etablissement())
  and (agent_id = (select acces.agent()) or (select acces.role()) in ('responsable', 'directeur', 'administrateur')));
create policy absence_changement on agents.absence for update to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and (agent_id = (select acces.agent()) or (select acces.role()) in ('responsable', 'directeur', 'administrateur')));
create policy absence_definer on agents.absence for select to porte_voix_definer using (true);
grant select, insert on agents.absence to porte_voix_application;
grant update (annulee_a, annulee_par) on agents.absence to porte_voix_application;
grant select on agents.absence to porte_voix_definer;
