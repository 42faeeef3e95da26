-- What only a contact has: how it came, why, and where the person was sent. Who, when and what was said are on the spine.
create schema contacts;
grant usage on schema contacts to porte_voix_application;

create table contacts.contact (
  dossier_id uuid primary key references dossiers.dossier (id),
  canal text not null constraint contact_canal_connu check (canal in ('guichet', 'telephone', 'visite', 'courriel')),
  motif text not null constraint contact_motif_connu check (motif in ('renseignement', 'orientation', 'suivi',
    'insatisfaction', 'remerciement', 'dossier-medical', 'facturation', 'objet-perdu', 'besoin', 'autre')),
  -- where the person was sent, null when nowhere
  orientation text constraint contact_orientation_connue check (orientation in ('renseignement-donne', 'service',
    'dossier-medical', 'mediation', 'representant-des-usagers', 'service-social', 'facturation', 'exterieur', 'ecrire')),
  orientation_precision text not null default '',
  duree_minutes smallint constraint contact_duree_plausible check (duree_minutes between 1 and 480),
  -- the dossier it became
  devenu_id uuid references dossiers.dossier (id)
);

-- What was promised to the person: a call back, an appointment. Ended, never erased: a new attempt is another row.
-- Read by dossier; what is due today is read from dossiers.attente.
create table contacts.suite (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  nature text not null constraint suite_nature_connue check (nature in ('rappel', 'rendez-vous')),
  pour_le date not null,
  -- 'HH:MM' in the establishment's zone, empty when any moment of the day will do
  heure text not null default '' constraint suite_heure_lisible check (heure ~ '^(([01][0-9]|2[0-3]):[0-5][0-9])?$'),
  duree_minutes smallint not null default 30 constraint suite_duree_plausible check (duree_minutes between 5 and 480),
  -- whom the person will meet, where, and the number to call
  avec text not null default '',
  lieu text not null default '',
  telephone text not null default '',
  -- who calls back or receives
  agent_id uuid not null references agents.agent (id),
  etat text not null default 'prevu' constraint suite_etat_connu
    check (etat in ('prevu', 'fait', 'sans-reponse', 'manque', 'annule')),
  note text not null default '',
  cree_a timestamptz not null,
  finie_a timestamptz,
  version integer not null default 1,
  constraint suite_rendez_vous_a_l_heure check (nature = 'rappel' or heure <> ''),
  constraint suite_finie_datee check ((etat = 'prevu') = (finie_a is null)),
  constraint suite_fin_de_sa_nature check (case nature when 'rappel' then etat <> 'manque' else etat <> 'sans-reponse' end)
);
create index suite_dossier_idx on contacts.suite (dossier_id, pour_le, id);

alter table contacts.contact enable row level security;
alter table contacts.contact force row level security;
create policy contact_du_dossier on contacts.contact to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
alter table contacts.suite enable row level security;
alter table contacts.suite force row level security;
-- A number to call and the notes of a call are the department's: a service reads the contact, not what was promised.
create policy suite_du_departement on contacts.suite to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id
                   and ((select acces.voit_tout()) or d.assigne_a = (select acces.agent())) offset 0));
grant select, insert on contacts.contact, contacts.suite to porte_voix_application;
grant update (motif, orientation, orientation_precision, devenu_id) on contacts.contact to porte_voix_application;
grant update (etat, note, finie_a, version) on contacts.suite to porte_voix_application;
