-- A dossier is found by more than its own texts: griefs, findings, notes, letters, requests to services and their answers, the text
-- of its pieces. Each is a part, kept as it is shown, with who may read it; the vector of the dossier gathers them all.
-- Who sees everything searches that vector and nothing else. For who does not, what it found is checked again on the parts they may
-- read: a word of another service's answer finds nothing for them, and no other row shows it.
create table dossiers.recherche_partie (
  dossier_id uuid not null references dossiers.dossier (id),
  source text not null constraint recherche_partie_source_connue
    check (source in ('grief', 'constat', 'note', 'orientation', 'courrier', 'demande', 'explications', 'piece')),
  objet_id uuid not null,
  -- dossier: whoever sees it; departement: who works on every dossier; service: they and the service; suivi: they, the service and
  -- who follows the dossier
  audience text not null constraint recherche_partie_audience_connue
    check (audience in ('dossier', 'departement', 'service', 'suivi')),
  structure_id uuid references structures.structure (id),
  -- which one, as it is shown: the name of a file, of a service
  lieu text not null default '',
  texte text not null,
  -- without positions: a part says where a word is, not how close to another; empty until it is computed
  tsv tsvector not null,
  octets integer not null,
  primary key (dossier_id, source, objet_id),
  constraint recherche_partie_d_un_service check (structure_id is null or audience in ('service', 'suivi'))
);

create function dossiers.partie_est_lue(p_audience text, p_structure uuid, p_objet uuid, p_assigne uuid) returns boolean
language sql stable as $$
  select acces.voit_tout() or p_audience = 'dossier' or p_structure = any (acces.services())
      or (p_audience = 'suivi' and p_assigne = acces.agent()) or p_objet = acces.tache()
$$;

alter table dossiers.recherche_partie enable row level security;
alter table dossiers.recherche_partie force row level security;
create policy recherche_partie_lue on dossiers.recherche_partie for select to porte_voix_application using (
  exists (select 1 from dossiers.dossier d where d.id = dossier_id
            and dossiers.partie_est_lue(audience, structure_id, objet_id, d.assigne_a) offset 0));
create policy recherche_partie_retiree on dossiers.recherche_partie for delete to porte_voix_application using (
  exists (select 1 from dossiers.dossier d where d.id = dossier_id
            and dossiers.partie_est_lue(audience, structure_id, objet_id, d.assigne_a) offset 0));
create policy recherche_partie_ecrite on dossiers.recherche_partie for insert to porte_voix_application with check (
  exists (select 1 from dossiers.dossier d where d.id = dossier_id offset 0));
create policy recherche_partie_definer on dossiers.recherche_partie for select to porte_voix_definer using (true);
grant select, insert, delete on dossiers.recherche_partie to porte_voix_application;
grant select on dossiers.recherche_partie to porte_voix_definer;

-- The dossier's own words, with their positions, when `tsv` holds more than them: what is ranked, and what anyone who sees the
-- dossier may find. Null when it holds nothing else.
alter table dossiers.recherche add column tsv_tronc tsvector;
-- The vector now holds words of parts that not everyone who sees the dossier may read: nobody reads it but the search.
revoke select on dossiers.recherche from porte_voix_application;
grant select (dossier_id, etablissement_id, recu_le, cle_nom) on dossiers.recherche to porte_voix_application;
create policy recherche_assemblee on dossiers.recherche for update to porte_voix_definer using (true);
grant update (tsv, tsv_tronc) on dossiers.recherche to porte_voix_definer;

create aggregate dossiers.reunir (tsvector) (sfunc = pg_catalog.tsvector_concat, stype = tsvector, initcond = '');

create function dossiers.vecteur_nu(p_texte text) returns tsvector
language sql stable set search_path = pg_catalog as $$
  select strip(to_tsvector('pg_catalog.french', p_texte) || to_tsvector('dossiers.mots', p_texte))
$$;

-- Gathers what a dossier is found by. Whoever changes a part does not see them all, hence the definer; it takes and gives no text.
-- A vector holds a megabyte: parts that would pass it are left out, the longest first.
create function dossiers.assembler_recherche(p_dossier uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_jour date;
  v_tronc tsvector;
  v_parties tsvector;
begin
  select d.recu_le into v_jour from dossiers.dossier d where d.id = p_dossier;
  -- two parts changed at once wait here: the second then reads what the first wrote
  select coalesce(r.tsv_tronc, r.tsv) into v_tronc from dossiers.recherche r
   where r.dossier_id = p_dossier and r.recu_le = v_jour for update;
  select dossiers.reunir(t.tsv) filter (where t.total <= 600000) into v_parties
    from (select p.tsv, sum(p.octets) over (order by p.octets, p.source, p.objet_id) as total
            from dossiers.recherche_partie p where p.dossier_id = p_dossier) t;
  update dossiers.recherche r
     set tsv = case when v_parties = '' then v_tronc else v_tronc || v_parties end,
         tsv_tronc = case when v_parties = '' then null else v_tronc end
   where r.dossier_id = p_dossier and r.recu_le = v_jour;
end $$;
alter function dossiers.assembler_recherche owner to porte_voix_definer;
revoke all on function dossiers.assembler_recherche from public;
grant execute on function dossiers.assembler_recherche to porte_voix_application;

-- Replaces some parts of a dossier, then its vector. One without text is withdrawn. `cle`: the text without accents or punctuation.
create function dossiers.indexer_parties(p_dossier uuid, p_parties jsonb) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  delete from dossiers.recherche_partie p using jsonb_to_recordset(p_parties) as n (source text, objet_id uuid)
   where p.dossier_id = p_dossier and p.source = n.source and p.objet_id = n.objet_id;
  insert into dossiers.recherche_partie (dossier_id, source, objet_id, audience, structure_id, lieu, texte, tsv, octets)
  select p_dossier, n.source, n.objet_id, n.audience, n.structure_id, n.lieu, n.texte, v.tsv, octet_length(v.tsv::text)
    from jsonb_to_recordset(p_parties)
           as n (source text, objet_id uuid, audience text, structure_id uuid, lieu text, texte text, cle text)
   cross join lateral (select dossiers.vecteur_nu(n.cle) offset 0) v (tsv)
   where n.texte <> '';
  perform dossiers.assembler_recherche(p_dossier);
end $$;

-- Same descent year by year. Two things more: ranking reads the dossier's own words, and what is found for who does not see
-- everything is kept when they may read it.
create or replace function dossiers.chercher_par_annees(p_etablissement uuid, p_requete tsquery, p_nom text, p_fenetre integer)
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
    'select x.dossier_id, x.recu_le, %s from %%s x where x.dossier_id = any ($1) and %s and %s
      order by x.recu_le desc, x.dossier_id desc limit $3',
    case when p_nom = '' then 'ts_rank_cd(coalesce(x.tsv_tronc, x.tsv), $2)' else '10::real' end,
    replace(case when v_voit_tout and acces.voit_sensible() and cardinality(acces.conflits()) = 0 then 'true'
                 else dossiers.est_vu('x') end, '%', '%%'),
    case when v_voit_tout or p_nom <> '' then 'true' else
      '(x.tsv_tronc is null or x.tsv_tronc @@ $2
        or (select (x.tsv_tronc || dossiers.reunir(p.tsv)) @@ $2
              from dossiers.recherche_partie p join dossiers.dossier d on d.id = p.dossier_id
             where p.dossier_id = x.dossier_id
               and dossiers.partie_est_lue(p.audience, p.structure_id, p.objet_id, d.assigne_a)))' end);
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

-- Parts are derived as the vectors are: written again when their form changes.
alter table dossiers.derivation drop constraint derivation_nature_connue;
alter table dossiers.derivation add constraint derivation_nature_connue check (nature in ('echeances', 'recherche', 'parties'));
