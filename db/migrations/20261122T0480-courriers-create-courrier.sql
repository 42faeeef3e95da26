-- Word templates of the hospital, versioned, and the letters made from them (each a piece of its dossier).
create schema courriers;
grant usage on schema courriers to porte_voix_application;

create table courriers.modele (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  code text not null,
  version integer not null,
  nom text not null,
  taille bigint not null,
  sha256 text not null,
  objet_cle text not null,
  cle_enveloppee text not null,
  cle_id text not null,
  depose_a timestamptz not null,
  depose_par uuid,
  retire_a timestamptz,
  constraint modele_version_unique unique (etablissement_id, code, version)
);
create table courriers.courrier (
  id uuid primary key,
  dossier_id uuid not null references dossiers.dossier (id),
  code text not null,
  modele_id uuid references courriers.modele (id),
  piece_id uuid not null references pieces.piece (id),
  canal text not null constraint courrier_canal_connu check (canal in ('papier', 'electronique')),
  mentions jsonb not null,
  produit_a timestamptz not null,
  produit_par uuid,
  envoye_le date
);
create index courrier_dossier_idx on courriers.courrier (dossier_id, produit_a desc, id desc);

alter table courriers.modele enable row level security;
alter table courriers.modele force row level security;
create policy modele_sien on courriers.modele to porte_voix_application
  using (etablissement_id = (select acces.etablissement()));
alter table courriers.courrier enable row level security;
alter table courriers.courrier force row level security;
create policy courrier_du_dossier on courriers.courrier to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
grant select, insert on courriers.modele to porte_voix_application;
grant update (retire_a) on courriers.modele to porte_voix_application;
grant select, insert on courriers.courrier to porte_voix_application;
grant update (envoye_le) on courriers.courrier to porte_voix_application;
