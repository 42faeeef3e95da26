-- An agent puts a dossier aside until a day: out of one's own lists till then, back in them that morning. Nobody else's business,
-- and nothing of the dossier changes.
create table dossiers.mise_de_cote (
  agent_id uuid not null references agents.agent (id),
  dossier_id uuid not null references dossiers.dossier (id) on delete cascade,
  jusqu_au date not null,
  motif text not null,
  posee_a timestamptz not null,
  primary key (agent_id, dossier_id)
);
create index mise_de_cote_dossier_idx on dossiers.mise_de_cote (dossier_id);
alter table dossiers.mise_de_cote enable row level security;
alter table dossiers.mise_de_cote force row level security;
create policy mise_de_cote_de_son_auteur on dossiers.mise_de_cote to porte_voix_application using (
  agent_id = (select acces.agent())
  and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
);
grant select, insert, update, delete on dossiers.mise_de_cote to porte_voix_application;
