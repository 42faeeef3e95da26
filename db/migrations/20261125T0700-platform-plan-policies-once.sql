-- « exists (select 1 from t where t.id = …) » is planned twice, row by row and hashed, and so is every policy found inside: a
-- statement on the letters of a dossier carried 556 sub-plans, and took 40 ms to plan for 1 ms to run. `offset 0` keeps the
-- row by row plan only, the one that a page about one dossier needs: 326 sub-plans. What a policy lets through is the same.
-- Policies are read from the catalog, so that each is still written once, where its table is created.
do $$
declare
  p record;
  v_simple constant text := '(FROM [a-z_]+\.[a-z_]+ [a-z]+\s+WHERE \([a-z_.]+ = [a-z_.]+\))\)';
begin
  for p in select schemaname, tablename, policyname, qual, with_check from pg_policies
            where 'porte_voix_application' = any (roles) and (qual ~ v_simple or with_check ~ v_simple) loop
    execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
      || coalesce(' using (' || regexp_replace(p.qual, v_simple, '\1 offset 0)', 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(p.with_check, v_simple, '\1 offset 0)', 'g') || ')', '');
  end loop;
end $$;
