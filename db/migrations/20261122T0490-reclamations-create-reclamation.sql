-- What only a complaint has. Author, patient, services, narrative and dates are on the spine.
create schema reclamations;
grant usage on schema reclamations to porte_voix_application;
create table reclamations.reclamation (
  dossier_id uuid primary key references dossiers.dossier (id),
  canal text not null constraint reclamation_canal_connu
    check (canal in ('courriel', 'courrier', 'guichet', 'telephone', 'formulaire')),
  -- where the receipt date came from: the server that took the mail, or the agent's word
  reception_origine text not null constraint reclamation_origine_connue
    check (reception_origine in ('message-recu', 'saisie')),
  est_anonyme boolean not null default false,
  est_orale boolean not null default false,
  copie_remise_a timestamptz
);
alter table reclamations.reclamation enable row level security;
alter table reclamations.reclamation force row level security;
create policy reclamation_du_dossier on reclamations.reclamation to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
grant select, insert, update on reclamations.reclamation to porte_voix_application;
