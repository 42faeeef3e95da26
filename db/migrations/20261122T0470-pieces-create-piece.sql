-- Files and where their encrypted bytes are. A piece without dossier is a deposit: seen only by who dropped it,
-- until a dossier takes it or the sweep removes it. Rows that share an object count its references.
create schema pieces;
grant usage on schema pieces to porte_voix_application;

create table pieces.piece (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  dossier_id uuid references dossiers.dossier (id),
  deposee_par uuid,
  deposee_a timestamptz not null,
  nature text not null constraint piece_nature_connue
    check (nature in ('message', 'piece-jointe', 'numerisation', 'consignation', 'courrier', 'document')),
  piece_mere_id uuid references pieces.piece (id),
  nom text not null,
  type text not null,
  extension text not null,
  apercu text not null constraint piece_apercu_connu check (apercu in ('pdf', 'image', 'texte', 'aucun')),
  taille bigint not null,
  sha256 text not null,
  alertes jsonb not null default '[]',
  message_id text,
  objet_cle text not null,
  cle_enveloppee text not null,
  cle_id text not null
);
create index piece_dossier_idx on pieces.piece (dossier_id, deposee_a, id);
create index piece_depot_idx on pieces.piece (deposee_a) where dossier_id is null;
create index piece_mere_idx on pieces.piece (piece_mere_id) where piece_mere_id is not null;
create index piece_sha256_idx on pieces.piece (etablissement_id, sha256);
create index piece_message_idx on pieces.piece (etablissement_id, message_id) where message_id is not null;
create index piece_objet_idx on pieces.piece (objet_cle);

alter table pieces.piece enable row level security;
alter table pieces.piece force row level security;
create policy piece_perimetre on pieces.piece to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and case when dossier_id is null then deposee_par = (select acces.agent()) or (select acces.acteur()) = 'systeme'
           else exists (select 1 from dossiers.dossier d where d.id = dossier_id) end
);
grant select, insert, update, delete on pieces.piece to porte_voix_application;
