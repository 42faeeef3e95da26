-- Where a link was sent, and when: whoever sent it to the wrong address must see which one, to replace it. Every attempt is a
-- row, a corrected address does not hide the first. The journal says that a link was sent, never where.
create table taches.envoi_de_lien (
  id uuid primary key,
  tache_id uuid not null references taches.tache (id),
  empreinte bytea not null references taches.lien (empreinte),
  courriel text not null,
  tente_a timestamptz not null,
  envoi text not null constraint envoi_de_lien_connu check (envoi in ('parti', 'incertain', 'echec'))
);
create index envoi_de_lien_tache_idx on taches.envoi_de_lien (tache_id, tente_a, id);

alter table taches.envoi_de_lien enable row level security;
alter table taches.envoi_de_lien force row level security;
-- by who asked, not by who holds the link
create policy envoi_de_lien_de_la_tache on taches.envoi_de_lien to porte_voix_application using (
  (select acces.voit_tout()) and exists (select 1 from taches.tache t where t.id = tache_id offset 0));
grant select, insert on taches.envoi_de_lien to porte_voix_application;
