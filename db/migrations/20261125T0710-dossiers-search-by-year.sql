-- A search goes down year by year, from the newest, until its window is full. A word or a name found in 0.5 to 6 % of a million
-- dossiers had tens of thousands of rows fetched, from an index of the whole, before the newest 300 were kept. What was measured
-- and why years are partitions: docs/adr/0014-search-goes-down-year-by-year.md.
-- Years that are not foreseen meet in the last partition: found as well, only slower.
alter table dossiers.dossier add constraint dossier_jour_unique unique (id, recu_le);

alter table dossiers.recherche rename to recherche_entiere;
alter table dossiers.recherche_entiere drop constraint recherche_pkey, drop constraint recherche_dossier_id_fkey;
drop index dossiers.recherche_recu_idx, dossiers.recherche_tsv_idx, dossiers.recherche_nom_idx;
drop policy recherche_du_dossier on dossiers.recherche_entiere;
drop policy recherche_definer on dossiers.recherche_entiere;

create table dossiers.recherche (
  dossier_id uuid not null,
  etablissement_id uuid not null,
  recu_le date not null,
  cle_nom text collate "C" not null,
  tsv tsvector not null
) partition by range (recu_le);
-- The application reaches them through their parent, whose policies then decide: it has no right on them, and no policy there
-- would show it a row. The search reads one of them at a time, as the definer: planned through the parent, it costs three times
-- as much for a word that is nowhere.
do $$
declare
  partie text;
begin
  for annee in 2015..2045 loop
    execute format('create table dossiers.recherche_%s partition of dossiers.recherche for values from (%L) to (%L)',
                   annee, make_date(annee, 1, 1), make_date(annee + 1, 1, 1));
  end loop;
  create table dossiers.recherche_autre partition of dossiers.recherche default;
  for partie in select inhrelid::regclass from pg_inherits where inhparent = 'dossiers.recherche'::regclass loop
    execute format('alter table %s enable row level security, force row level security', partie);
    execute format('create policy recherche_definer on %s for select to porte_voix_definer using (true)', partie);
    execute format('grant select on %s to porte_voix_definer', partie);
  end loop;
end $$;

insert into dossiers.recherche (dossier_id, etablissement_id, recu_le, cle_nom, tsv)
select e.dossier_id, e.etablissement_id, d.recu_le, e.cle_nom, e.tsv
  from dossiers.recherche_entiere e join dossiers.dossier d on d.id = e.dossier_id;
drop table dossiers.recherche_entiere;

-- The day is that of the dossier, always: one row a dossier, which changes years with it.
alter table dossiers.recherche
  add primary key (dossier_id, recu_le),
  add constraint recherche_dossier_fkey foreign key (dossier_id, recu_le) references dossiers.dossier (id, recu_le)
    on update cascade;
create index recherche_recu_idx on dossiers.recherche (etablissement_id, recu_le desc, dossier_id desc);
create index recherche_tsv_idx on dossiers.recherche using gin (tsv) with (fastupdate = off);
create index recherche_nom_idx on dossiers.recherche using gin (cle_nom public.gin_trgm_ops) with (fastupdate = off);

alter table dossiers.recherche enable row level security;
alter table dossiers.recherche force row level security;
create policy recherche_du_dossier on dossiers.recherche to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
create policy recherche_definer on dossiers.recherche for select to porte_voix_definer using (true);
grant select, insert, update, delete on dossiers.recherche to porte_voix_application;
grant select on dossiers.recherche to porte_voix_definer;

drop function dossiers.chercher_les_visibles;
drop function dossiers.chercher_les_siens;

-- The newest matches among the dossiers that may be seen. `p_nom`: a name, or '' for the words of `p_requete`. For who sees
-- their services and what they follow, matches of theirs.
-- A year gives its newest matches by lots, each going on from the last; those of a lot that may be seen are then ranked. Nothing
-- else is planned for a year that has none, and the vectors are read of those alone. A lot is a window and a third: told of the
-- few rows that remain to be found, the planner would bet on reading the year in order.
create function dossiers.chercher_par_annees(p_etablissement uuid, p_requete tsquery, p_nom text, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  v_voit_tout constant boolean := acces.voit_tout();
  v_trouver constant text := format(
    'select array_agg(v.dossier_id), min(v.recu_le), (array_agg(v.dossier_id order by v.recu_le, v.dossier_id))[1] from (
       select t.* from (select x.dossier_id, x.recu_le from %%s x %s
          where x.etablissement_id = $1 and x.recu_le >= $4 and (x.recu_le, x.dossier_id) < ($5, $6) and %s %s) t
        order by t.recu_le desc, t.dossier_id desc limit $7) v',
    case when v_voit_tout then '' else
      'join (select a.dossier_id from dossiers.rattachement a
              where a.structure_id = any (acces.services()) and a.recu_le >= $4 and a.recu_le <= $5
             union select d.id from dossiers.dossier d
              where d.assigne_a = acces.agent() and d.recu_le >= $4 and d.recu_le <= $5) s on s.dossier_id = x.dossier_id' end,
    case when p_nom = '' then 'x.tsv @@ $2' else 'x.cle_nom like ''%%'' || $3 || ''%%''' end,
    -- theirs are few: joined first, put in order after
    case when v_voit_tout then '' else 'offset 0' end);
  -- those who see everything pay for no condition
  v_lire constant text := format(
    'select x.dossier_id, x.recu_le, %s from %%s x where x.dossier_id = any ($1) and %s
      order by x.recu_le desc, x.dossier_id desc limit $3',
    case when p_nom = '' then 'ts_rank_cd(x.tsv, $2)' else '10::real' end,
    replace(case when v_voit_tout and acces.voit_sensible() and cardinality(acces.conflits()) = 0 then 'true'
                 else dossiers.est_vu('x') end, '%', '%%'));
  v_annee integer;
  v_partie text;
  v_reste integer := p_fenetre;
  v_lot integer;
  v_vus integer;
  v_jour date;
  v_id uuid;
  v_ids uuid[];
begin
  select extract(year from max(d.recu_le)) into v_annee from dossiers.dossier d where d.etablissement_id = p_etablissement;
  while v_annee is not null and v_reste > 0 loop
    v_partie := 'dossiers.recherche_' || case when v_annee between 2015 and 2045 then v_annee::text else 'autre' end;
    v_lot := p_fenetre + p_fenetre / 3;
    v_jour := make_date(v_annee + 1, 1, 1);
    v_id := '00000000-0000-0000-0000-000000000000';
    loop
      execute format(v_trouver, v_partie) into v_ids, v_jour, v_id
        using p_etablissement, p_requete, p_nom, make_date(v_annee, 1, 1), v_jour, v_id, v_lot;
      exit when v_ids is null;
      return query execute format(v_lire, v_partie) using v_ids, p_requete, v_reste;
      get diagnostics v_vus = row_count;
      v_reste := v_reste - v_vus;
      exit when v_reste <= 0 or cardinality(v_ids) < v_lot;
      v_lot := v_lot * 8;
    end loop;
    select extract(year from max(d.recu_le)) into v_annee
      from dossiers.dossier d where d.etablissement_id = p_etablissement and d.recu_le < make_date(v_annee, 1, 1);
  end loop;
end $$;

-- Ids found. The caller joins them to dossiers.dossier, where the perimeter decides once more. `@@` and LIKE are not leakproof:
-- under row-level security they would turn the GIN indexes off, hence the definer; EXECUTE, because PostgreSQL 15 would plan a
-- static statement generically. Ranking looks at the newest matches of a window only.
create or replace function dossiers.chercher(p_etablissement uuid, p_mots text, p_debut text, p_nom text, p_fenetre integer)
returns table (dossier_id uuid, recu_le date, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan as $$
declare
  -- null when every word is too frequent to be indexed
  v_requete constant tsquery := dossiers.requete(p_mots, p_debut);
begin
  if numnode(v_requete) > 0 then
    return query select * from dossiers.chercher_par_annees(p_etablissement, v_requete, '', p_fenetre);
  end if;
  if p_nom <> '' then
    return query select * from dossiers.chercher_par_annees(p_etablissement, null, p_nom, p_fenetre);
  end if;
end $$;

alter function dossiers.chercher_par_annees owner to porte_voix_definer;
revoke all on function dossiers.chercher_par_annees from public;
