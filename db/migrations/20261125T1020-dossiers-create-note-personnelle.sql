-- A few words an agent keeps on a dossier for oneself: nobody else reads them, and they stop being read with the dossier.
create table dossiers.note_personnelle (
  agent_id uuid not null references agents.agent (id),
  dossier_id uuid not null references dossiers.dossier (id),
  texte text not null,
  modifiee_a timestamptz not null,
  primary key (agent_id, dossier_id)
);
create index note_personnelle_dossier_idx on dossiers.note_personnelle (dossier_id);
alter table dossiers.note_personnelle enable row level security;
alter table dossiers.note_personnelle force row level security;
create policy note_de_son_auteur on dossiers.note_personnelle to porte_voix_application using (
  agent_id = (select acces.agent())
  and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
);
grant select, insert, update, delete on dossiers.note_personnelle to porte_voix_application;
