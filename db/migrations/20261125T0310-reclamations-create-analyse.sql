-- What happened as the person lived it and as the service tells it, why, and what changes. Working papers of the department:
-- withdrawn, never erased.
create table reclamations.fait_relate (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  rang integer not null check (rang > 0),
  survenu_le date,
  -- « vers 14 h », as it was told
  heure text not null default '',
  vecu text not null,
  service_id uuid references structures.structure (id),
  version_du_service text not null default '',
  version integer not null default 1,
  retire_a timestamptz,
  constraint fait_relate_version_d_un_service check (version_du_service = '' or service_id is not null)
);
create index fait_relate_dossier_idx on reclamations.fait_relate (dossier_id, rang);

-- Of one grief, or of the dossier as a whole.
create table reclamations.cause (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  grief_id uuid references reclamations.grief (id),
  famille text not null constraint cause_famille_connue
    check (famille in ('patient', 'taches', 'individuel', 'equipe', 'environnement', 'organisation', 'institution')),
  description text not null,
  version integer not null default 1,
  cree_a timestamptz not null,
  retire_a timestamptz
);
create index cause_dossier_idx on reclamations.cause (dossier_id);

create table reclamations.mesure (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  grief_id uuid references reclamations.grief (id),
  nature text not null constraint mesure_nature_connue check (nature in ('prise', 'promise')),
  intitule text not null,
  -- who owes it: a service, an agent, or in words
  responsable text not null default '',
  structure_id uuid references structures.structure (id),
  agent_id uuid references agents.agent (id),
  pour_le date,
  faite_le date,
  abandonnee_le date,
  abandon_motif text,
  version integer not null default 1,
  cree_a timestamptz not null,
  constraint mesure_finie_une_fois check (faite_le is null or abandonnee_le is null),
  constraint mesure_abandon_motive check ((abandonnee_le is null) = (abandon_motif is null)),
  constraint mesure_promise_datee check (nature = 'prise' or pour_le is not null)
);
create index mesure_dossier_idx on reclamations.mesure (dossier_id);
-- what a service or an agent still owes, whatever the dossier
create index mesure_a_faire_idx on reclamations.mesure (pour_le, dossier_id)
  where faite_le is null and abandonnee_le is null;

alter table reclamations.fait_relate enable row level security;
alter table reclamations.fait_relate force row level security;
-- What the person lived is in the letter, which whoever sees the dossier reads; another service's account is not.
create policy fait_relate_des_services on reclamations.fait_relate to porte_voix_application using (
  exists (select 1 from dossiers.dossier d where d.id = fait_relate.dossier_id and (
    (select acces.voit_tout()) or fait_relate.service_id is null
    or fait_relate.service_id = any ((select acces.services())::uuid[])
    or d.assigne_a = (select acces.agent())))
) with check (
  exists (select 1 from dossiers.dossier d where d.id = fait_relate.dossier_id
            and ((select acces.voit_tout()) or d.assigne_a = (select acces.agent())))
);

alter table reclamations.cause enable row level security;
alter table reclamations.cause force row level security;
-- of a grief: by whoever reads the grief; of the dossier: by whoever works on all dossiers
create policy cause_du_grief on reclamations.cause to porte_voix_application using (
  case when grief_id is null
    then exists (select 1 from dossiers.dossier d where d.id = cause.dossier_id
                   and ((select acces.voit_tout()) or d.assigne_a = (select acces.agent())))
    else exists (select 1 from reclamations.grief g
                where g.id = cause.grief_id and g.dossier_id = cause.dossier_id)
  end
) with check (
  exists (select 1 from dossiers.dossier d where d.id = cause.dossier_id
            and ((select acces.voit_tout()) or d.assigne_a = (select acces.agent())))
);

alter table reclamations.mesure enable row level security;
alter table reclamations.mesure force row level security;
-- also by who owes it
create policy mesure_du_responsable on reclamations.mesure to porte_voix_application using (
  exists (select 1 from dossiers.dossier d where d.id = mesure.dossier_id and (
    (select acces.voit_tout()) or d.assigne_a = (select acces.agent())
    or mesure.agent_id = (select acces.agent())
    or mesure.structure_id = any ((select acces.services())::uuid[])
    or exists (select 1 from reclamations.grief g
                 where g.id = mesure.grief_id and g.dossier_id = mesure.dossier_id))));
grant select, insert, update on reclamations.fait_relate, reclamations.cause, reclamations.mesure
  to porte_voix_application;
