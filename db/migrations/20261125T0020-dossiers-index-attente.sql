-- The home reads what is awaited in the order of the days, whatever it is about.
create index attente_jour_idx on dossiers.attente (etablissement_id, pour_le, dossier_id);
