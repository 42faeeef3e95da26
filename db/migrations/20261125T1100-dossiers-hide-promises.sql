-- What was promised to a person (a call back, an appointment) is the department's, as contacts.suite is: a service that sees
-- the contact does not read it among what is awaited either.
drop policy attente_du_dossier on dossiers.attente;
create policy attente_du_dossier on dossiers.attente to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id
                   and (origine <> 'contacts' or (select acces.voit_tout()) or d.assigne_a = (select acces.agent())) offset 0));
