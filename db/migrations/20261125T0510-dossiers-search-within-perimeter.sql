-- Two things about search.
-- A word being typed is found at each letter. The stemmer turns « réclamation » into « reclam » and leaves « reclamatio » as it
-- is: the prefix of a word is not always the prefix of its stem. Words are indexed as written beside their stems, at the same
-- positions; the last word typed is the beginning of one of them, or its stem that of a stem. Rows written before keep their stems
-- only until a job has gone through them.
-- And the window of matches is taken inside the perimeter: taken before, it hid the old dossiers of a chef de service behind
-- newer ones of the rest of the hospital.
create text search dictionary dossiers.mot (template = pg_catalog.simple, stopwords = french);
create text search configuration dossiers.mots (copy = pg_catalog.simple);
alter text search configuration dossiers.mots alter mapping replace pg_catalog.simple with dossiers.mot;

create function dossiers.vecteur(p_texte text) returns tsvector
language sql stable set search_path = pg_catalog as $$
  select (to_tsvector('pg_catalog.french', p_texte)::text || ' ' || to_tsvector('dossiers.mots', p_texte)::text)::tsvector
$$;

-- `p_mots`: whole words; `p_debut`: the one being typed, ignored when it is too frequent to be indexed.
create function dossiers.requete(p_mots text, p_debut text) returns tsquery
language sql stable set search_path = pg_catalog as $$
  select case when p_mots = '' then t.debut when t.debut is null then t.mots else t.mots && t.debut end
    from (select to_tsquery('pg_catalog.french', nullif(p_mots, '')) as mots,
                 case when numnode(to_tsquery('pg_catalog.french', nullif(p_debut, ''))) > 0
                      then to_tsquery('pg_catalog.simple', p_debut || ':*') || to_tsquery('pg_catalog.french', p_debut || ':*')
                 end as debut) t
$$;

-- Whether the dossier of a row may be seen, as the policies of the dossiers say it: read from them, so that it is written once.
create function dossiers.est_vu(p_alias text) returns text
language sql stable set search_path = pg_catalog as $$
  select format('(select (%s)%s from dossiers.dossier where dossier.id = %I.dossier_id)',
                string_agg(pg_get_expr(p.polqual, p.polrelid), ' or ') filter (where p.polpermissive),
                string_agg(' and (' || pg_get_expr(p.polqual, p.polrelid) || ')', '') filter (where not p.polpermissive),
                p_alias)
    from pg_policy p
   where p.polrelid = 'dossiers.dossier'::regclass and p.polcmd in ('*', 'r')
     and (0 = any (p.polroles) or 'porte_voix_application'::regrole = any (p.polroles))
$$;

create policy rattachement_definer on dossiers.rattachement for select to porte_voix_definer using (true);
grant select on dossiers.rattachement to porte_voix_definer;

drop function dossiers.chercher(uuid, text, text, integer);

-- Ids found. The caller joins them to dossiers.dossier, where the perimeter decides once more. `@@` and LIKE are not leakproof:
-- under row-level security they would turn the GIN indexes off, hence the definer; EXECUTE, because PostgreSQL 15 would plan a
-- static statement generically. Ranking looks at the newest matches of a window only.
-- LIKE has no statistics behind row-level security, so the planner guesses by the length of the key: a name is looked for
-- through its index; one found 10 000 times is so frequent that going down from the newest is shorter.
create function dossiers.chercher(p_etablissement uuid, p_mots text, p_debut text, p_nom text, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  -- null when every word is too frequent to be indexed
  v_requete constant tsquery := dossiers.requete(p_mots, p_debut);
begin
  if numnode(v_requete) > 0 then
    if not acces.voit_tout() then
      return query select * from dossiers.chercher_les_siens(p_etablissement, v_requete, '', p_fenetre);
    elsif not acces.voit_sensible() or cardinality(acces.conflits()) > 0 then
      return query select * from dossiers.chercher_les_visibles(p_etablissement, v_requete, p_fenetre);
    else
      return query execute
        'select f.dossier_id, f.recu_le, ts_rank_cd(f.tsv, $2)
           from (select r.dossier_id, r.recu_le, r.tsv from dossiers.recherche r
                  where r.etablissement_id = $1 and r.tsv @@ $2 order by r.recu_le desc, r.dossier_id desc limit $3) f'
        using p_etablissement, v_requete, p_fenetre;
    end if;
  end if;
  if p_nom = '' then
    return;
  elsif not acces.voit_tout() then
    return query select * from dossiers.chercher_les_siens(p_etablissement, null, p_nom, p_fenetre);
  else
    -- those who see everything pay for no condition
    return query execute format(
      'with trouves as materialized (select r.dossier_id, r.recu_le from dossiers.recherche r
          where r.etablissement_id = $1 and r.cle_nom like ''%%'' || $2 || ''%%'' limit 10000)
       select t.dossier_id, t.recu_le, 10::real from trouves t where (select count(*) from trouves) < 10000 and %1$s
       union all (select t.dossier_id, t.recu_le, 10::real
           from (select x.dossier_id, x.recu_le, x.cle_nom from dossiers.recherche x
                  where x.etablissement_id = $1 order by x.recu_le desc, x.dossier_id desc offset 0) t
          where (select count(*) from trouves) = 10000 and t.cle_nom like ''%%'' || $2 || ''%%'' and %1$s limit $3)
       order by 2 desc, 1 desc limit $3',
      case when acces.voit_sensible() and cardinality(acces.conflits()) = 0 then 'true' else dossiers.est_vu('t') end)
      using p_etablissement, p_nom, p_fenetre;
  end if;
end $$;

-- The newest matches among those that may be seen, for who sees nearly all of them: the window is widened until it is full.
-- Vectors stay out of it: those of the window are read again to be ranked, which costs less than carrying them.
create function dossiers.chercher_les_visibles(p_etablissement uuid, p_requete tsquery, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  v_large integer := p_fenetre + p_fenetre / 3;
  v_trouves integer;
  v_ids uuid[];
begin
  loop
    execute format(
      'with trouves as materialized (select x.dossier_id, x.recu_le from dossiers.recherche x
          where x.etablissement_id = $1 and x.tsv @@ $2 order by x.recu_le desc, x.dossier_id desc limit $4)
       select array(select t.dossier_id from trouves t where %s order by t.recu_le desc, t.dossier_id desc limit $3),
              (select count(*) from trouves)', dossiers.est_vu('t'))
      into v_ids, v_trouves using p_etablissement, p_requete, p_fenetre, v_large;
    exit when v_trouves < v_large or cardinality(v_ids) >= p_fenetre;
    v_large := v_large * 8;
  end loop;
  return query execute
    'select x.dossier_id, x.recu_le, ts_rank_cd(x.tsv, $2) from dossiers.recherche x where x.dossier_id = any ($1)'
    using v_ids, p_requete;
end $$;

-- The newest matches among the dossiers of one's services and those one follows, for who sees nothing else. A word or a name
-- found less than 10 000 times is found first, then kept when it is theirs; a more frequent one is looked for in theirs, newest
-- first, until the window is full.
create function dossiers.chercher_les_siens(p_etablissement uuid, p_requete tsquery, p_nom text, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  v_condition constant text := case when p_nom = '' then 'x.tsv @@ $2' else 'x.cle_nom like ''%'' || $3 || ''%''' end;
  v_siens constant text :=
    'select a.dossier_id, a.recu_le from dossiers.rattachement a where a.structure_id = any (acces.services())
     union select d.id, d.recu_le from dossiers.dossier d where d.assigne_a = acces.agent()';
  v_trouves integer;
  v_ids uuid[];
begin
  execute format('select count(*) from (select 1 from dossiers.recherche x where x.etablissement_id = $1 and %s limit 10000) t',
                 v_condition)
    into v_trouves using p_etablissement, p_requete, p_nom;
  if v_trouves < 10000 then
    execute format(
      'select array(select t.dossier_id
         from (select x.dossier_id, x.recu_le from dossiers.recherche x join (%s) s on s.dossier_id = x.dossier_id
                where x.etablissement_id = $1 and %s offset 0) t
        where %s order by t.recu_le desc, t.dossier_id desc limit $4)', v_siens, v_condition, dossiers.est_vu('t'))
      into v_ids using p_etablissement, p_requete, p_nom, p_fenetre;
  else
    execute format(
      'select array(select s.dossier_id
         from (select u.dossier_id, u.recu_le from (%s) u order by u.recu_le desc, u.dossier_id desc offset 0) s
        cross join lateral (select y.* from dossiers.recherche y where y.dossier_id = s.dossier_id offset 0) x
        where x.etablissement_id = $1 and %s and %s order by s.recu_le desc, s.dossier_id desc limit $4)',
      v_siens, v_condition, dossiers.est_vu('s'))
      into v_ids using p_etablissement, p_requete, p_nom, p_fenetre;
  end if;
  return query execute
    'select x.dossier_id, x.recu_le, case when $3 = '''' then ts_rank_cd(x.tsv, $2) else 10::real end
       from dossiers.recherche x where x.dossier_id = any ($1)' using v_ids, p_requete, p_nom;
end $$;

alter function dossiers.chercher owner to porte_voix_definer;
alter function dossiers.chercher_les_visibles owner to porte_voix_definer;
alter function dossiers.chercher_les_siens owner to porte_voix_definer;
revoke all on function dossiers.chercher, dossiers.chercher_les_visibles, dossiers.chercher_les_siens, dossiers.est_vu
  from public;
grant execute on function dossiers.chercher to porte_voix_application;
grant execute on function dossiers.est_vu to porte_voix_definer;
