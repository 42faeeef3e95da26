-- A complaint understood grief by grief: motif, service, severity, the passage it rests on, what was found and what will be
-- said. Nothing is erased: a grief withdrawn keeps who withdrew it and why.
create table reclamations.grief (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  -- number shown, from 1 without hole among the griefs that stand
  rang integer not null check (rang > 0),
  motif text not null,
  -- version of the list of motifs it was coded with: domain/motifs.ts
  typologie text not null,
  service_id uuid references structures.structure (id),
  gravite smallint not null constraint grief_gravite_connue check (gravite between 1 and 4),
  intitule text not null,
  -- the passage, as UTF-16 offsets in one immutable version of the narrative; no passage: all three null
  recit_id uuid references dossiers.recit (id),
  debut integer,
  fin integer,
  citation text not null default '',
  constat text constraint grief_constat_connu
    check (constat in ('fonde', 'partiellement-fonde', 'non-fonde', 'indeterminable')),
  -- why, for the hospital only
  motivation text not null default '',
  -- the words for the person
  reponse text not null default '',
  version integer not null default 1,
  cree_a timestamptz not null,
  cree_par uuid not null references agents.agent (id),
  retire_a timestamptz,
  retire_par uuid references agents.agent (id),
  retrait_motif text,
  constraint grief_passage_entier check (
    (recit_id is null and debut is null and fin is null)
    or (recit_id is not null and debut >= 0 and fin > debut)),
  constraint grief_retrait_motive check ((retire_a is null) = (retrait_motif is null))
);
create index grief_dossier_idx on reclamations.grief (dossier_id, rang);

-- A chef de service reads the griefs made to his services, and those only, of a dossier he may read; he writes none.
alter table reclamations.grief enable row level security;
alter table reclamations.grief force row level security;
create policy grief_des_services on reclamations.grief to porte_voix_application using (
  exists (select 1 from dossiers.dossier d where d.id = grief.dossier_id and (
    (select acces.voit_tout()) or grief.service_id = any ((select acces.services())::uuid[])
    or d.assigne_a = (select acces.agent())))
) with check (
  exists (select 1 from dossiers.dossier d where d.id = grief.dossier_id
            and ((select acces.voit_tout()) or d.assigne_a = (select acces.agent())))
);
grant select, insert, update on reclamations.grief to porte_voix_application;
