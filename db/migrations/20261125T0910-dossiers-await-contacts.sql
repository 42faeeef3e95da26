-- A contact waits for a call back or an appointment, which has an hour: within a day, the home shows them in that order.
alter table dossiers.attente drop constraint attente_origine_connue;
alter table dossiers.attente add constraint attente_origine_connue
  check (origine in ('taches', 'courriers', 'reclamations', 'contacts'));
alter table dossiers.attente add column heure text
  constraint attente_heure_lisible check (heure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
