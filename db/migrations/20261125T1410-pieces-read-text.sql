-- The text of each piece of a dossier, read in the background: what became of it, so that the screen says so and it can be read again.
-- The text itself is a part of what the dossier is found by (dossiers.recherche_partie), under the same perimeter.
create table pieces.lecture (
  piece_id uuid primary key references pieces.piece (id) on delete cascade,
  etat text not null default 'a-lire' constraint lecture_etat_connu
    check (etat in ('a-lire', 'lue', 'sans-texte', 'illisible', 'non-reconnue')),
  raison text constraint lecture_raison_connue
    check (raison in ('mot-de-passe', 'abime', 'trop-long', 'trop-gros', 'arretee', 'sans-fichier')),
  -- by a program that recognizes letters, of some of its pages at least
  est_reconnue boolean not null default false,
  -- the text was longer than what is kept
  est_coupee boolean not null default false,
  -- pages in pictures that were not recognized
  pages_non_lues integer not null default 0,
  tentatives smallint not null default 0,
  lue_a timestamptz,
  constraint lecture_illisible_dit_pourquoi check ((etat = 'illisible') = (raison is not null)),
  constraint lecture_finie_datee check ((etat = 'a-lire') = (lue_a is null))
);
create index lecture_a_faire_idx on pieces.lecture (etat, piece_id) where etat in ('a-lire', 'non-reconnue');

-- Pieces already there. Of a letter, only the file its last version is. The owner is held by its own policies, so they are lifted
-- while it looks at every establishment.
alter table pieces.piece no force row level security;
alter table courriers.courrier no force row level security;
insert into pieces.lecture (piece_id)
select p.id from pieces.piece p
 where p.dossier_id is not null
   and (p.nature <> 'courrier' or exists (select 1 from courriers.courrier c where c.piece_id = p.id and c.abandonne_a is null));
alter table pieces.piece force row level security;
alter table courriers.courrier force row level security;

alter table pieces.lecture enable row level security;
alter table pieces.lecture force row level security;
create policy lecture_de_la_piece on pieces.lecture to porte_voix_application
  using (exists (select 1 from pieces.piece p where p.id = piece_id offset 0));
grant select, insert, update, delete on pieces.lecture to porte_voix_application;
