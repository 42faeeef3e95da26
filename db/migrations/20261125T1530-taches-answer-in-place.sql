-- Who stands in for a chef de service answers the requests of those days, and sees nothing else of what the absent one sees: the
-- requests themselves, found when the session is read, never a service nor a dossier.
create function acces.taches_remplacees() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.taches_remplacees', true), ''), '{}')::uuid[] $$;

-- The requests an agent answers in place of someone, today in the zone of the establishment: those that wait, and those answered
-- since the absence began. Never more than the absent one would see: neither a sensitive dossier, nor one withheld from either.
create function agents.trouver_remplacements(p_agent uuid, p_maintenant timestamptz)
returns table (tache_id uuid, absent text)
language sql stable security definer set search_path = pg_catalog as $$
  select t.id, trim(a.prenom || ' ' || a.nom)
    from agents.absence x
    join structures.etablissement e on e.id = x.etablissement_id
    join agents.agent a on a.id = x.agent_id and a.role = 'chef-de-service'
    join taches.tache t on t.etablissement_id = x.etablissement_id and t.structure_id in (
      with recursive sienne (id) as (
        select unnest(a.services)
        union select s.id from structures.structure s join sienne on s.parent_id = sienne.id
               where s.etablissement_id = x.etablissement_id)
      select sienne.id from sienne)
    join dossiers.dossier d on d.id = t.dossier_id and d.classe = 'ordinaire'
   where x.remplacant_id = p_agent and x.annulee_a is null
     and (p_maintenant at time zone e.fuseau)::date between x.du and x.au
     and (t.etat = 'demandee' or (t.etat = 'repondue' and (t.repondue_a at time zone e.fuseau)::date >= x.du))
     and not exists (select 1 from dossiers.conflit c where c.dossier_id = d.id and c.agent_id in (p_agent, a.id))
$$;
alter function agents.trouver_remplacements owner to porte_voix_definer;
revoke all on function agents.trouver_remplacements from public;
grant execute on function agents.trouver_remplacements to porte_voix_application;

alter policy tache_perimetre on taches.tache
  using (
    etablissement_id = (select acces.etablissement())
    and (id = (select acces.tache())
         or id = any ((select acces.taches_remplacees())::uuid[])
         or (((select acces.voit_tout()) or structure_id = any ((select acces.services())::uuid[]))
             and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)))
  )
  with check (
    etablissement_id = (select acces.etablissement())
    and (id = (select acces.tache()) or (select acces.voit_tout()) or structure_id = any ((select acces.services())::uuid[])
         or id = any ((select acces.taches_remplacees())::uuid[]))
    -- open to who stands in while the answer is sent, and then only
    and exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
  );
alter policy brouillon_du_service on taches.brouillon using (
  exists (select 1 from taches.tache t where t.id = tache_id
            and (t.id = (select acces.tache()) or t.structure_id = any ((select acces.services())::uuid[])
                 or t.id = any ((select acces.taches_remplacees())::uuid[])
                 or (select acces.acteur()) = 'systeme') offset 0));
alter policy piece_perimetre on pieces.piece
  using (
    etablissement_id = (select acces.etablissement())
    and (tache_id = (select acces.tache())
         or case when dossier_id is null then
                   deposee_par = (select acces.agent()) or (select acces.acteur()) = 'systeme'
                   or (tache_id is not null
                       and exists (select 1 from taches.tache t where t.id = tache_id
                                     and (t.structure_id = any ((select acces.services())::uuid[])
                                          or t.id = any ((select acces.taches_remplacees())::uuid[])) offset 0))
                 -- what was sent stays readable by who stood in, as it is by who holds the link
                 else tache_id = any ((select acces.taches_remplacees())::uuid[])
                      or exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0)
                         and (tache_id is null or exists (select 1 from taches.tache t where t.id = tache_id offset 0)) end)
  );
