-- Keys under which people who may be one meet: how their name sounds, a day of birth, an address, a phone number. Computed in
-- TypeScript, several for each person, compared for equality or by their beginning: both are leakproof, so that the index is
-- followed under row-level security. Rows entered before are given theirs by a job; `cles_calculees` says which have them.
alter table personnes.personne add column cles_calculees smallint not null default 0;
create index personne_sans_cles_idx on personnes.personne (etablissement_id, cles_calculees, id);

create table personnes.cle (
  personne_id uuid not null references personnes.personne (id) on delete cascade,
  etablissement_id uuid not null references structures.etablissement (id),
  valeur text collate "C" not null,
  primary key (personne_id, valeur)
);
create index cle_valeur_idx on personnes.cle (etablissement_id, valeur, personne_id);

-- The INS or NIR of a patient: apart, so that nothing reads it with the rest. Given to be compared, shown only when asked for.
create table personnes.identifiant (
  personne_id uuid primary key references personnes.personne (id) on delete cascade,
  etablissement_id uuid not null references structures.etablissement (id),
  matricule text collate "C" not null
    constraint identifiant_bien_forme check (matricule ~ '^[1-478][0-9]{4}([0-9]{2}|2[AB])[0-9]{8}$'),
  enregistre_a timestamptz not null,
  agent_id uuid
);
create index identifiant_matricule_idx on personnes.identifiant (etablissement_id, matricule);

-- Two records an agent said are two people: they are not suggested again. The lesser id first.
create table personnes.distinction (
  une_id uuid not null references personnes.personne (id) on delete cascade,
  autre_id uuid not null references personnes.personne (id) on delete cascade,
  distinguees_a timestamptz not null,
  agent_id uuid,
  primary key (une_id, autre_id),
  constraint distinction_ordonnee check (une_id < autre_id)
);
create index distinction_autre_idx on personnes.distinction (autre_id);

do $$
declare t text;
begin
  foreach t in array array['cle', 'identifiant', 'distinction'] loop
    execute format('alter table personnes.%I enable row level security, force row level security', t);
  end loop;
end $$;
-- What follows a person is seen with the person. A matricule is the department's alone.
create policy cle_de_la_personne on personnes.cle to porte_voix_application
  using (exists (select 1 from personnes.personne p where p.id = personne_id offset 0));
create policy identifiant_de_la_personne on personnes.identifiant to porte_voix_application
  using ((select acces.voit_tout()) and exists (select 1 from personnes.personne p where p.id = personne_id offset 0));
create policy distinction_des_personnes on personnes.distinction to porte_voix_application
  using (exists (select 1 from personnes.personne p where p.id = une_id offset 0)
         and exists (select 1 from personnes.personne p where p.id = autre_id offset 0));
grant select, insert, delete on personnes.cle, personnes.distinction to porte_voix_application;
grant select, insert, update, delete on personnes.identifiant to porte_voix_application;
