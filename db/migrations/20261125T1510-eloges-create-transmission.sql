-- A praise handed on to a team: the words as the team reads them, to whom they went, what became of the message, and the head of
-- the service who passed them on. The author is named only when he or she agreed to it.
alter table eloges.eloge add column accord text not null default 'inconnu'
  constraint eloge_accord_connu check (accord in ('inconnu', 'donne', 'refuse'));
alter table eloges.eloge add column accord_forme text not null default ''
  constraint eloge_accord_forme_connue check (accord_forme in ('', 'ecrit', 'oral-consigne'));
alter table eloges.eloge add column accord_le date;
alter table eloges.eloge add constraint eloge_accord_date
  check ((accord = 'inconnu') = (accord_le is null) and (accord = 'donne') = (accord_forme <> ''));
grant update (accord, accord_forme, accord_le) on eloges.eloge to porte_voix_application;

create table eloges.transmission (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  structure_id uuid not null references structures.structure (id),
  a_nom text not null default '',
  a_courriel text not null default '',
  texte text not null,
  -- the name the team reads; empty for an author who is not named
  signature text not null default '',
  transmise_le date not null,
  transmise_a timestamptz not null,
  par uuid,
  envoi text not null constraint transmission_envoi_connu check (envoi in ('a-copier', 'parti', 'incertain', 'echec')),
  raison text not null default '',
  -- passed on to the team by whoever runs the service
  remise_le date,
  remise_a timestamptz,
  remise_par uuid,
  annulee_a timestamptz,
  annulee_par uuid,
  annulation_motif text not null default '',
  constraint transmission_remise_datee check ((remise_a is null) = (remise_le is null)),
  constraint transmission_annulation_motivee check ((annulee_a is null) = (annulation_motif = ''))
);
create index transmission_dossier_idx on eloges.transmission (dossier_id, transmise_a, id);
create index transmission_a_remettre_idx on eloges.transmission (structure_id, transmise_a desc)
  where annulee_a is null and remise_a is null;

alter table eloges.transmission enable row level security;
alter table eloges.transmission force row level security;
-- by the department, and by the service it went to: how another service was thanked is not read here
create policy transmission_du_service on eloges.transmission to porte_voix_application using (
  ((select acces.voit_tout()) or structure_id = any ((select acces.services())::uuid[]))
  and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
grant select, insert on eloges.transmission to porte_voix_application;
grant update (envoi, raison, remise_le, remise_a, remise_par, annulee_a, annulee_par, annulation_motif)
  on eloges.transmission to porte_voix_application;

alter table personnes.consentement drop constraint consentement_objet_connu;
alter table personnes.consentement add constraint consentement_objet_connu check (objet in
  ('acces-aux-donnees-de-sante', 'transmission-au-service', 'reponse-par-courriel', 'nom-donne-a-l-equipe'));
