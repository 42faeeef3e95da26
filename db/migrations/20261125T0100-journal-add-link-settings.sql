-- A link is the bearer of one request: what it may see is that request, and its dossier only while the answer is sent.
create function acces.tache() returns uuid language sql stable as
  $$ select nullif(current_setting('app.tache', true), '')::uuid $$;
create function acces.dossier() returns uuid language sql stable as
  $$ select nullif(current_setting('app.dossier', true), '')::uuid $$;
