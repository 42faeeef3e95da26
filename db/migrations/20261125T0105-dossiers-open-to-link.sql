-- The answer sent by a link is written in its dossier by the same functions as any other fact: the dossier is open to that
-- acteur for this call, whatever its class. The condition joins the two it widens, so that the plan keeps its index.
alter policy dossier_perimetre on dossiers.dossier using (
  etablissement_id = (select acces.etablissement())
  and ((select acces.voit_tout()) or services && (select acces.services()) or assigne_a = (select acces.agent())
       or id = (select acces.dossier()))
  and (classe = 'ordinaire' or (select acces.voit_sensible()) or assigne_a = (select acces.agent())
       or id = (select acces.dossier()))
  and id <> all ((select acces.conflits())::uuid[])
);
