-- « Qui l'a vu » shows columns beside the hashed text: a chain is also broken where a column no longer says what was hashed.
create or replace function journal.premiere_rupture(p_chaine text) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select min(x.rang) from (
    select e.rang,
           e.empreinte is distinct from sha256(e.empreinte_precedente || convert_to(e.contenu, 'UTF8')) as falsifiee,
           e.empreinte_precedente is distinct from
             coalesce(lag(e.empreinte) over (order by e.rang), sha256(convert_to(p_chaine, 'UTF8'))) as detachee,
           e.rang is distinct from row_number() over (order by e.rang) as trouee,
           -- a text that is not ours may not be JSON: it is read only once its hash is right
           case when e.empreinte = sha256(e.empreinte_precedente || convert_to(e.contenu, 'UTF8')) then
             e.survenue_a is distinct from (e.contenu::json ->> 'survenueA')::timestamptz
               or split_part(e.evenement, ':', 1) is distinct from e.contenu::json ->> 'evenement'
               or e.dossier_id::text is distinct from e.contenu::json ->> 'dossierId'
               or e.agent_id is distinct from substring(e.contenu::json ->> 'acteur' from '^agent:(.*)$')::uuid
             else false end as maquillee
      from journal.entree e where e.chaine = p_chaine
  ) x where x.falsifiee or x.detachee or x.trouee or x.maquillee
$$;
