-- What a service joins to its answer: first a deposit that only the service sees, then a piece of the dossier that no other
-- service sees. Who sees the request decides.
alter table pieces.piece add column tache_id uuid references taches.tache (id);
create index piece_tache_idx on pieces.piece (tache_id) where tache_id is not null;

alter policy piece_perimetre on pieces.piece
  using (
    etablissement_id = (select acces.etablissement())
    and (tache_id = (select acces.tache())
         or case when dossier_id is null then
                   deposee_par = (select acces.agent()) or (select acces.acteur()) = 'systeme'
                   or (tache_id is not null
                       and exists (select 1 from taches.tache t where t.id = tache_id
                                     and t.structure_id = any ((select acces.services())::uuid[]) offset 0))
                 else exists (select 1 from dossiers.dossier d where d.id = dossier_id)
                      and (tache_id is null or exists (select 1 from taches.tache t where t.id = tache_id offset 0)) end)
  )
  with check (
    etablissement_id = (select acces.etablissement())
    and case when dossier_id is null then
               deposee_par = (select acces.agent()) or (select acces.acteur()) = 'systeme'
               or tache_id = (select acces.tache())
             else exists (select 1 from dossiers.dossier d where d.id = dossier_id)
                  and (tache_id is null or exists (select 1 from taches.tache t where t.id = tache_id)) end
  );
