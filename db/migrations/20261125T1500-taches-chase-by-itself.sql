-- The chase that goes by itself: one message a day and per address, for everything it owes. The message is written down before
-- it leaves, so that a machine that stops meanwhile leaves a doubt and never a second message.
create table taches.recapitulatif (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  -- the address in lower case: what « one a day » is counted by
  cle_courriel text collate "C" not null,
  a_nom text not null,
  a_courriel text not null,
  jour date not null,
  essais integer not null default 1 constraint recapitulatif_essaye check (essais > 0),
  tente_a timestamptz not null,
  envoi text not null constraint recapitulatif_envoi_connu check (envoi in ('parti', 'incertain', 'echec')),
  raison text not null default '',
  -- null while it is being handed over
  conclu_a timestamptz,
  constraint recapitulatif_un_par_jour unique (etablissement_id, cle_courriel, jour)
);
-- what a message speaks of: the step taken, or none for what is only recalled beside
create table taches.ligne_de_recapitulatif (
  recapitulatif_id uuid not null references taches.recapitulatif (id),
  tache_id uuid not null references taches.tache (id),
  niveau text constraint ligne_niveau_connu check (niveau in ('rappel', 'relance', 'hierarchie')),
  -- of the link made for it
  empreinte bytea not null,
  primary key (recapitulatif_id, tache_id)
);
create index ligne_de_recapitulatif_tache_idx on taches.ligne_de_recapitulatif (tache_id);
create index recapitulatif_a_conclure_idx on taches.recapitulatif (etablissement_id, tente_a) where conclu_a is null;
create index recapitulatif_en_echec_idx on taches.recapitulatif (etablissement_id, jour) where envoi = 'echec';

alter table taches.relance add column recapitulatif_id uuid references taches.recapitulatif (id);
-- waiting requests, gone through by the chase whatever the size of the rest
create index tache_en_attente_idx on taches.tache (etablissement_id, pour_le, id) where etat = 'demandee';
-- answers of the last months, for the delay of each service
create index tache_repondue_idx on taches.tache (etablissement_id, repondue_a) where etat = 'repondue';

-- The chase of one request held back, with a reason.
alter table taches.tache add column relances_suspendues_a timestamptz;
alter table taches.tache add column relances_suspendues_par uuid;
alter table taches.tache add column relances_suspendues_motif text not null default '';
alter table taches.tache add constraint tache_suspension_motivee
  check ((relances_suspendues_a is null) = (relances_suspendues_motif = ''));
grant update (relances_suspendues_a, relances_suspendues_par, relances_suspendues_motif) on taches.tache
  to porte_voix_application;

alter table taches.recapitulatif enable row level security;
alter table taches.recapitulatif force row level security;
-- whom the department wrote to is its own to read
create policy recapitulatif_du_service on taches.recapitulatif to porte_voix_application
  using (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
alter table taches.ligne_de_recapitulatif enable row level security;
alter table taches.ligne_de_recapitulatif force row level security;
create policy ligne_de_la_tache on taches.ligne_de_recapitulatif to porte_voix_application
  using ((select acces.voit_tout()) and exists (select 1 from taches.tache t where t.id = tache_id offset 0));
grant select, insert on taches.recapitulatif to porte_voix_application;
grant update (a_nom, a_courriel, essais, tente_a, envoi, raison, conclu_a) on taches.recapitulatif to porte_voix_application;
grant select, insert, delete on taches.ligne_de_recapitulatif to porte_voix_application;

-- A reminder that did not leave waits for whoever asked.
alter table dossiers.attente drop constraint attente_origine_connue;
alter table dossiers.attente add constraint attente_origine_connue
  check (origine in ('taches', 'courriers', 'reclamations', 'contacts', 'relances'));
