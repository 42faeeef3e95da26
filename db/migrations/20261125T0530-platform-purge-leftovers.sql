-- What nobody will come back for is removed at night: keys of creations long answered, sessions over, drafts left. Each row belongs to
-- someone a job is not: definer functions, which remove by age and nothing else, so many at a time.
create policy definer_purges on platform.idempotence to porte_voix_definer using (true);
grant select, delete on platform.idempotence to porte_voix_definer;
create function platform.purge_idempotence(p_before timestamptz, p_limit integer) returns integer
language sql security definer set search_path = pg_catalog as $$
  with gone as (
    delete from platform.idempotence i using
      (select x.actor_key, x.key from platform.idempotence x where x.created_at < p_before order by x.created_at limit p_limit) old
     where i.actor_key = old.actor_key and i.key = old.key returning 1)
  select count(*)::integer from gone
$$;
alter function platform.purge_idempotence owner to porte_voix_definer;
revoke all on function platform.purge_idempotence from public;
grant execute on function platform.purge_idempotence to porte_voix_application;

create index session_expire_idx on agents.session (expire_a);
create index tentative_survenue_idx on agents.tentative (survenue_a);
create function agents.purger_sessions(p_maintenant timestamptz) returns integer
language sql security definer set search_path = pg_catalog as $$
  delete from agents.tentative t where t.survenue_a < p_maintenant - interval '1 day';
  with finies as (delete from agents.session s where s.expire_a <= p_maintenant returning 1)
  select count(*)::integer from finies;
$$;
alter function agents.purger_sessions owner to porte_voix_definer;
revoke all on function agents.purger_sessions from public;
grant execute on function agents.purger_sessions to porte_voix_application;

create policy brouillon_definer on dossiers.brouillon to porte_voix_definer using (true);
grant select, delete on dossiers.brouillon to porte_voix_definer;
create index brouillon_modifie_idx on dossiers.brouillon (modifie_a);
create function dossiers.purger_brouillons(p_avant timestamptz, p_limite integer) returns integer
language sql security definer set search_path = pg_catalog as $$
  with retires as (
    delete from dossiers.brouillon b
     where b.id in (select x.id from dossiers.brouillon x where x.modifie_a < p_avant order by x.modifie_a limit p_limite)
    returning 1)
  select count(*)::integer from retires
$$;
alter function dossiers.purger_brouillons owner to porte_voix_definer;
revoke all on function dossiers.purger_brouillons from public;
grant execute on function dossiers.purger_brouillons to porte_voix_application;
