-- An anchor was a digest of the heads of chains that keep growing: nothing could be compared with it the day after. It now covers
-- a closed window of entries, by `survenue_a`, which can be gone through again at any time; the links of the entries on the way.
create index entree_survenue_idx on journal.entree (survenue_a, id);
-- what the check writes and reads back, a few a night among millions
create index entree_verification_idx on journal.entree (rang desc)
  where chaine = 'systeme' and evenement in ('journal-ancre', 'journal-verifie', 'journal-altere');

drop function journal.empreinte_des_tetes();

-- Whether a link is broken: the hash is not that of the text, the entry before is not the one it names, or a column shown beside
-- no longer says what was hashed. Written once, for a chain and for a window.
create function journal.est_rompue(e journal.entree) returns boolean
language sql stable set search_path = pg_catalog as $$
  select e.empreinte is distinct from sha256(e.empreinte_precedente || convert_to(e.contenu, 'UTF8'))
      or e.empreinte_precedente is distinct from
           case when e.rang = 1 then sha256(convert_to(e.chaine, 'UTF8'))
                else (select p.empreinte from journal.entree p where p.chaine = e.chaine and p.rang = e.rang - 1) end
      -- a text that is not ours may not be JSON: it is read only once its hash is right
      or case when e.empreinte = sha256(e.empreinte_precedente || convert_to(e.contenu, 'UTF8')) then
           e.survenue_a is distinct from (e.contenu::json ->> 'survenueA')::timestamptz
             or split_part(e.evenement, ':', 1) is distinct from e.contenu::json ->> 'evenement'
             or e.dossier_id::text is distinct from e.contenu::json ->> 'dossierId'
             or e.agent_id is distinct from substring(e.contenu::json ->> 'acteur' from '^agent:(.*)$')::uuid
           else false end
$$;
alter function journal.est_rompue owner to porte_voix_definer;
revoke all on function journal.est_rompue from public;

create or replace function journal.premiere_rupture(p_chaine text) returns bigint
language sql stable security definer set search_path = pg_catalog as
  $$ select min(e.rang) from journal.entree e where e.chaine = p_chaine and journal.est_rompue(e) $$;

-- Goes through the entries of a window in order, `p_limite` at most, from where the last call stopped: the digest that results
-- does not depend on how many calls it took, so that no statement is long whatever the size of the journal. `etat` is the digest
-- so far; the position is text, for an instant moved by hand may be finer than what a client can hold.
create function journal.parcourir(
  p_apres_a text, p_apres_id uuid, p_jusqu_a timestamptz, p_limite integer, p_etat bytea, p_verifier boolean
) returns table (nombre integer, etat bytea, dernier_a text, dernier_id uuid,
                 ruptures integer, rupture_chaine text, rupture_rang bigint)
language plpgsql stable security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  e journal.entree;
begin
  nombre := 0;
  etat := p_etat;
  ruptures := 0;
  for e in
    select * from journal.entree x
     where (x.survenue_a, x.id) > (p_apres_a::timestamptz, p_apres_id) and x.survenue_a < p_jusqu_a
     order by x.survenue_a, x.id limit p_limite
  loop
    nombre := nombre + 1;
    etat := sha256(etat || convert_to(e.chaine || ' ' || e.rang || ' ' || encode(e.empreinte, 'hex'), 'UTF8'));
    dernier_a := e.survenue_a::text;
    dernier_id := e.id;
    if p_verifier and journal.est_rompue(e) then
      ruptures := ruptures + 1;
      if rupture_chaine is null then
        rupture_chaine := e.chaine;
        rupture_rang := e.rang;
      end if;
    end if;
  end loop;
  return next;
end $$;
alter function journal.parcourir owner to porte_voix_definer;
revoke all on function journal.parcourir from public;
grant execute on function journal.parcourir to porte_voix_application;

-- The texts of the last anchors, newest first: the system chain belongs to no establishment, a job sees none of it otherwise.
create function journal.lister_ancres(p_limite integer) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
  select e.contenu from journal.entree e
   where e.chaine = 'systeme' and e.evenement = 'journal-ancre' order by e.rang desc limit p_limite
$$;
alter function journal.lister_ancres owner to porte_voix_definer;
revoke all on function journal.lister_ancres from public;
grant execute on function journal.lister_ancres to porte_voix_application;
