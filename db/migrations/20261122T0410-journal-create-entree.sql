-- What the policies of every module read, and the journal.
-- The actor of a transaction reaches SQL as local settings; each policy reads them through (select acces.x()),
-- which the planner evaluates once per statement. Without an actor every function answers null: zero rows.
create schema acces;
create function acces.acteur() returns text language sql stable as
  $$ select nullif(current_setting('app.acteur', true), '') $$;
create function acces.agent() returns uuid language sql stable as
  $$ select nullif(current_setting('app.agent', true), '')::uuid $$;
create function acces.etablissement() returns uuid language sql stable as
  $$ select nullif(current_setting('app.etablissement', true), '')::uuid $$;
create function acces.role() returns text language sql stable as
  $$ select nullif(current_setting('app.role', true), '') $$;
-- 'on' for the roles that work on every dossier of the establishment
create function acces.voit_tout() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.voit_tout', true), '') = 'on' $$;
create function acces.voit_sensible() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.voit_sensible', true), '') = 'on' $$;
create function acces.services() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.services', true), ''), '{}')::uuid[] $$;
-- dossiers this agent must not see because of a conflict of interest
create function acces.conflits() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.conflits', true), ''), '{}')::uuid[] $$;
grant usage on schema acces to porte_voix_application, porte_voix_definer;

create schema journal;
grant usage on schema journal to porte_voix_application;
grant usage, create on schema journal to porte_voix_definer;

-- One hash chain per dossier ('dossier:<id>') and one for the system ('systeme'). `contenu` is the exact text that
-- was hashed; it holds codes and identifiers only, no name and no free text, so that erasure stays possible.
create table journal.entree (
  id uuid primary key,
  chaine text not null,
  rang bigint not null check (rang > 0),
  survenue_a timestamptz not null,
  etablissement_id uuid,
  agent_id uuid,
  acteur text not null,
  evenement text not null,
  dossier_id uuid,
  contenu text not null,
  empreinte_precedente bytea not null,
  empreinte bytea not null,
  constraint entree_chaine_rang_unique unique (chaine, rang)
);
create index entree_dossier_idx on journal.entree (dossier_id, survenue_a desc, id desc) where dossier_id is not null;
create index entree_etablissement_idx on journal.entree (etablissement_id, survenue_a desc, id desc);

alter table journal.entree enable row level security;
alter table journal.entree force row level security;
create policy entree_definer on journal.entree to porte_voix_definer using (true) with check (true);
-- Who saw a dossier is shown to the roles that work on all dossiers; the administrator reads the system chain only.
create policy entree_lecture on journal.entree for select to porte_voix_application using (
  case when (select acces.role()) = 'administrateur'
       -- sign-ins and their failures come before any establishment is known
       then dossier_id is null and coalesce(etablissement_id = (select acces.etablissement()), true)
       else (select acces.voit_tout()) and dossier_id is not null
            and etablissement_id = (select acces.etablissement())
  end
);
grant select on journal.entree to porte_voix_application;
grant select, insert on journal.entree to porte_voix_definer;

-- The only way in: ranks and hashes are computed here, under a lock per chain, over the exact stored bytes.
create function journal.inscrire(
  p_id uuid, p_chaine text, p_survenue_a timestamptz, p_etablissement uuid, p_agent uuid, p_acteur text,
  p_evenement text, p_dossier uuid, p_contenu text
) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_rang bigint;
  v_precedente bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_chaine, 4207));
  select e.rang, e.empreinte into v_rang, v_precedente
    from journal.entree e where e.chaine = p_chaine order by e.rang desc limit 1;
  v_rang := coalesce(v_rang, 0) + 1;
  v_precedente := coalesce(v_precedente, sha256(convert_to(p_chaine, 'UTF8')));
  insert into journal.entree (id, chaine, rang, survenue_a, etablissement_id, agent_id, acteur, evenement, dossier_id,
                              contenu, empreinte_precedente, empreinte)
  values (p_id, p_chaine, v_rang, p_survenue_a, p_etablissement, p_agent, p_acteur, p_evenement, p_dossier,
          p_contenu, v_precedente, sha256(v_precedente || convert_to(p_contenu, 'UTF8')));
  return v_rang;
end $$;
alter function journal.inscrire owner to porte_voix_definer;
revoke all on function journal.inscrire from public;
grant execute on function journal.inscrire to porte_voix_application;

-- First broken link of a chain, or null: rank at which the recomputed hash differs or a rank is missing.
create function journal.premiere_rupture(p_chaine text) returns bigint
language sql stable security definer set search_path = pg_catalog as $$
  select min(x.rang) from (
    select e.rang,
           e.empreinte is distinct from sha256(e.empreinte_precedente || convert_to(e.contenu, 'UTF8')) as falsifiee,
           e.empreinte_precedente is distinct from
             coalesce(lag(e.empreinte) over (order by e.rang), sha256(convert_to(p_chaine, 'UTF8'))) as detachee,
           e.rang is distinct from row_number() over (order by e.rang) as trouee
      from journal.entree e where e.chaine = p_chaine
  ) x where x.falsifiee or x.detachee or x.trouee
$$;
alter function journal.premiere_rupture owner to porte_voix_definer;
revoke all on function journal.premiere_rupture from public;
grant execute on function journal.premiere_rupture to porte_voix_application;

-- One digest over the heads of all chains: written in the system chain at night, so that a whole chain cannot vanish.
create function journal.empreinte_des_tetes() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select encode(sha256(convert_to(coalesce(string_agg(t.ligne, E'\n' order by t.chaine), ''), 'UTF8')), 'hex') from (
    select distinct on (e.chaine) e.chaine, e.chaine || ' ' || e.rang || ' ' || encode(e.empreinte, 'hex') as ligne
      from journal.entree e where e.chaine <> 'systeme' order by e.chaine, e.rang desc
  ) t
$$;
alter function journal.empreinte_des_tetes owner to porte_voix_definer;
revoke all on function journal.empreinte_des_tetes from public;
grant execute on function journal.empreinte_des_tetes to porte_voix_application;
