-- Whoever holds a link is not one of the agents: their names, addresses and password digests are not theirs to read.
alter policy agent_lecture on agents.agent
  using (etablissement_id = (select acces.etablissement()) and (select acces.acteur()) is distinct from 'lien-de-tache');
