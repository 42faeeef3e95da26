-- Local accounts, their role and perimeter, and server-side sessions. A session is found by the SHA-256 of its token.
-- What runs before a perimeter exists is the named list of SECURITY DEFINER functions at the end of this file.
create schema agents;
grant usage on schema agents to porte_voix_application;
grant usage, create on schema agents to porte_voix_definer;

create table agents.agent (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  identifiant text not null,
  nom text not null,
  prenom text not null,
  courriel text not null default '',
  fonction text not null default '',
  role text not null constraint agent_role_connu
    check (role in ('charge', 'responsable', 'directeur', 'chef-de-service', 'administrateur')),
  services uuid[] not null default '{}',
  mot_de_passe text not null,
  doit_changer_mot_de_passe boolean not null default false,
  est_actif boolean not null default true,
  cle_tri text collate "C" not null,
  version integer not null default 1,
  cree_a timestamptz not null,
  constraint agent_identifiant_unique unique (identifiant)
);
create index agent_tri_idx on agents.agent (etablissement_id, cle_tri, id);
create table agents.session (
  empreinte bytea primary key,
  agent_id uuid not null references agents.agent (id),
  ouverte_a timestamptz not null,
  vue_a timestamptz not null,
  expire_a timestamptz not null
);
create index session_agent_idx on agents.session (agent_id);
-- failed sign-ins, by account and by address, both hashed: what slows a guesser down
create table agents.tentative (
  cle bytea not null,
  survenue_a timestamptz not null
);
create index tentative_cle_idx on agents.tentative (cle, survenue_a);

alter table agents.agent enable row level security;
alter table agents.agent force row level security;
create policy agent_lecture on agents.agent for select to porte_voix_application
  using (etablissement_id = (select acces.etablissement()));
create policy agent_gestion on agents.agent for insert to porte_voix_application
  with check (etablissement_id = (select acces.etablissement())
              and ((select acces.role()) = 'administrateur' or (select acces.acteur()) = 'installation'));
-- An agent changes their own password; role, establishment and activity stay what the session says they are.
create policy agent_modification on agents.agent for update to porte_voix_application
  using (etablissement_id = (select acces.etablissement())
         and ((select acces.role()) = 'administrateur' or id = (select acces.agent())))
  with check (etablissement_id = (select acces.etablissement())
         and ((select acces.role()) = 'administrateur'
              or (id = (select acces.agent()) and role = (select acces.role()) and est_actif)));
create policy agent_definer on agents.agent to porte_voix_definer using (true);
alter table agents.session enable row level security;
alter table agents.session force row level security;
create policy session_sienne on agents.session to porte_voix_application
  using (agent_id = (select acces.agent())
         or ((select acces.role()) = 'administrateur'
             and exists (select 1 from agents.agent a where a.id = agent_id)));
create policy session_definer on agents.session to porte_voix_definer using (true) with check (true);
alter table agents.tentative enable row level security;
alter table agents.tentative force row level security;
create policy tentative_definer on agents.tentative to porte_voix_definer using (true) with check (true);
grant select, insert, update on agents.agent to porte_voix_application;
grant select, delete on agents.session to porte_voix_application;
grant select on agents.agent to porte_voix_definer;
grant select, insert, update, delete on agents.session, agents.tentative to porte_voix_definer;

create function agents.installation_requise() returns boolean
language sql stable security definer set search_path = pg_catalog as
  $$ select not exists (select 1 from structures.etablissement) $$;

create function agents.trouver_pour_connexion(p_identifiant text)
returns table (agent_id uuid, etablissement_id uuid, mot_de_passe text, est_actif boolean)
language sql stable security definer set search_path = pg_catalog as
  $$ select a.id, a.etablissement_id, a.mot_de_passe, a.est_actif from agents.agent a where a.identifiant = p_identifiant $$;

create function agents.ouvrir_session(p_empreinte bytea, p_agent uuid, p_maintenant timestamptz, p_expire timestamptz)
returns void language sql security definer set search_path = pg_catalog as $$
  delete from agents.session s where s.expire_a <= p_maintenant;
  insert into agents.session (empreinte, agent_id, ouverte_a, vue_a, expire_a)
  values (p_empreinte, p_agent, p_maintenant, p_maintenant, p_expire);
$$;

create function agents.fermer_session(p_empreinte bytea)
returns void language sql security definer set search_path = pg_catalog as
  $$ delete from agents.session s where s.empreinte = p_empreinte $$;

-- Attempts of the last minutes for one key; a failed sign-in adds one, a success clears them.
create function agents.compter_tentatives(p_cle bytea, p_depuis timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog as
  $$ select count(*)::integer from agents.tentative t where t.cle = p_cle and t.survenue_a > p_depuis $$;
create function agents.noter_tentative(p_cle bytea, p_maintenant timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  delete from agents.tentative t where t.survenue_a < p_maintenant - interval '1 day';
  insert into agents.tentative (cle, survenue_a) values (p_cle, p_maintenant);
$$;
create function agents.effacer_tentatives(p_cle bytea) returns void
language sql security definer set search_path = pg_catalog as
  $$ delete from agents.tentative t where t.cle = p_cle $$;

alter function agents.installation_requise owner to porte_voix_definer;
alter function agents.trouver_pour_connexion owner to porte_voix_definer;
alter function agents.ouvrir_session owner to porte_voix_definer;
alter function agents.fermer_session owner to porte_voix_definer;
alter function agents.compter_tentatives owner to porte_voix_definer;
alter function agents.noter_tentative owner to porte_voix_definer;
alter function agents.effacer_tentatives owner to porte_voix_definer;
revoke all on all functions in schema agents from public;
grant execute on all functions in schema agents to porte_voix_application;
