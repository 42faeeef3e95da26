-- Two records of one person made one by an agent, so that it can be undone exactly: what the record kept was before, what came
-- from the other one. The other row stays, out of sight, its keys and number with it.
create table personnes.fusion (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  gardee_id uuid not null references personnes.personne (id) on delete cascade,
  absorbee_id uuid not null references personnes.personne (id) on delete cascade,
  -- as it was then: the row may be out of sight
  absorbee_nom text not null,
  absorbee_prenom text not null,
  motif text not null,
  -- of the record kept: its fields before, its matricule before, the version the merge gave it
  avant jsonb not null,
  matricule_avant text,
  matricule_apres text,
  version_gardee integer not null,
  -- who was what in which dossier, and the consents, that came from the other record
  deplacements jsonb not null,
  renommes uuid[] not null,
  consentements jsonb not null,
  -- every dossier the record kept was in once merged: who does not see them all knows nothing of the merge
  dossiers uuid[] not null,
  faite_a timestamptz not null,
  agent_id uuid,
  annulee_a timestamptz,
  annulee_par uuid,
  constraint fusion_de_deux check (gardee_id <> absorbee_id)
);
create index fusion_gardee_idx on personnes.fusion (gardee_id, faite_a desc);
create index fusion_absorbee_idx on personnes.fusion (absorbee_id);

alter table personnes.personne add column absorbee_par uuid references personnes.fusion (id) on delete set null;

alter table personnes.fusion enable row level security, force row level security;
create policy fusion_des_dossiers on personnes.fusion to porte_voix_application using (
  etablissement_id = (select acces.etablissement()) and (select acces.voit_tout())
  and cardinality(dossiers) = (select count(*) from dossiers.dossier d where d.id = any (dossiers))
) with check (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
grant select, insert on personnes.fusion to porte_voix_application;
grant update (annulee_a, annulee_par) on personnes.fusion to porte_voix_application;
grant update (personne_id) on personnes.consentement to porte_voix_application;

-- A record no dossier names is seen by who enters people, unless it was absorbed: it may then have been known through a hidden
-- dossier only, and is seen by who may undo the merge.
alter policy personne_perimetre on personnes.personne using (
  etablissement_id = (select acces.etablissement())
  and (exists (select 1 from dossiers.participation p where p.personne_id = id offset 0)
       or ((select acces.voit_tout()) and dossiers.sans_participation(id)
           and (absorbee_par is null or exists (select 1 from personnes.fusion f where f.id = absorbee_par offset 0))))
) with check (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
