-- How a complaint came through someone else, and where the hospital sent it on. A complaint may come twice: from the
-- person, then from the agency she also wrote to.
create table reclamations.provenance (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  nature text not null constraint provenance_nature_connue
    check (nature in ('ars', 'defenseur-des-droits', 'etablissement', 'administration', 'elu', 'autre')),
  nom text not null default '',
  reference text not null default '',
  -- the day its letter reached the hospital
  recue_le date not null,
  -- the day the transmitter itself received the complaint, null when it did not say (CRPA L114-3)
  premiere_reception_le date,
  -- the day it wants explanations for, null when it asks for none
  explications_pour_le date,
  enregistree_a timestamptz not null,
  enregistree_par uuid,
  constraint provenance_dans_l_ordre check (premiere_reception_le is null or premiere_reception_le <= recue_le)
);
create index provenance_dossier_idx on reclamations.provenance (dossier_id, recue_le, id);

create table reclamations.transmission (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  -- to another administration, or to another procedure of the hospital
  nature text not null constraint transmission_nature_connue
    check (nature in ('ars', 'defenseur-des-droits', 'etablissement', 'administration', 'autre', 'indemnisation', 'acces-dossier')),
  correspondant_id uuid references structures.correspondant (id),
  -- name and address as they were then
  destinataire text not null,
  coordonnees text[] not null,
  est_totale boolean not null,
  -- what goes, when it is a part; why there
  objet text not null,
  avec_donnees_de_sante boolean not null,
  pieces uuid[] not null default '{}',
  -- the fact that started the clock of CRPA L114-2
  fait_id uuid not null references dossiers.fait (id),
  courrier_id uuid references courriers.courrier (id),
  avis_id uuid references courriers.courrier (id),
  preparee_a timestamptz not null,
  preparee_par uuid,
  envoyee_le date,
  avisee_le date,
  abandonnee_a timestamptz
);
create index transmission_dossier_idx on reclamations.transmission (dossier_id, preparee_a, id);

do $$
declare t text;
begin
  foreach t in array array['provenance', 'transmission'] loop
    execute format('alter table reclamations.%I enable row level security', t);
    execute format('alter table reclamations.%I force row level security', t);
    execute format('create policy %I on reclamations.%I to porte_voix_application
      using (exists (select 1 from dossiers.dossier d where d.id = dossier_id))', t || '_du_dossier', t);
  end loop;
end $$;
grant select, insert, update on reclamations.provenance, reclamations.transmission to porte_voix_application;
