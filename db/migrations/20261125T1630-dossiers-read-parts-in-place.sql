-- Who answers in place of a chef de service writes what the request is found by again, as the absent one would.
create or replace function dossiers.partie_est_lue(p_audience text, p_structure uuid, p_objet uuid, p_assigne uuid) returns boolean
language sql stable as $$
  select acces.voit_tout() or p_audience = 'dossier' or p_structure = any (acces.services())
      or (p_audience = 'suivi' and p_assigne = acces.agent()) or p_objet = acces.tache()
      or p_objet = any (acces.taches_remplacees())
$$;
