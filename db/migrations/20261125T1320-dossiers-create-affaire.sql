-- A name for dossiers about the same facts. `dossier.affaire_id` already grouped those opened one from another, under the id of the
-- first; it now may be that of an affaire with a title, a day and a reason, which an agent gives. One affaire a dossier.
create table dossiers.affaire (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  titre text not null constraint affaire_intitulee check (length(btrim(titre)) > 0),
  depuis_le date not null,
  motif text not null,
  version integer not null default 1,
  creee_a timestamptz not null,
  creee_par uuid,
  modifiee_a timestamptz not null
);
create index affaire_recente_idx on dossiers.affaire (etablissement_id, depuis_le desc, id desc);

alter table dossiers.affaire enable row level security, force row level security;
-- The department's, and only through a dossier that is seen: a title may say what a hidden dossier is about. A service that sees one of
-- the dossiers is not told that there are others.
create policy affaire_d_un_dossier_vu on dossiers.affaire to porte_voix_application using (
  etablissement_id = (select acces.etablissement()) and (select acces.voit_tout())
  and exists (select 1 from dossiers.dossier d where d.affaire_id = affaire.id offset 0)
) with check (etablissement_id = (select acces.etablissement()) and (select acces.voit_tout()));
grant select, insert, update on dossiers.affaire to porte_voix_application;
