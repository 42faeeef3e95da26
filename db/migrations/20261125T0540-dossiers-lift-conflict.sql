-- A declared conflict of interest may have been a mistake: it is lifted with a reason, which stays as a fact. Whoever may not
-- declare one may not lift one, whatever the statement.
drop policy conflit_du_dossier on dossiers.conflit;
create policy conflit_lecture on dossiers.conflit for select to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
create policy conflit_declaration on dossiers.conflit for insert to porte_voix_application
  with check (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
create policy conflit_levee on dossiers.conflit for delete to porte_voix_application
  using ((select acces.role()) in ('responsable', 'directeur')
         and exists (select 1 from dossiers.dossier d where d.id = dossier_id));
grant delete on dossiers.conflit to porte_voix_application;
