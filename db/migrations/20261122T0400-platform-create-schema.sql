-- The migrator has already created the schema (it keeps its own table there) and the two roles.
grant usage on schema platform to porte_voix_application;
grant usage, create on schema platform to porte_voix_definer;

-- A creating command repeated with the same key answers what it answered the first time.
create table platform.idempotence (
  actor_key text not null,
  key uuid not null,
  operation text not null,
  input_digest bytea not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_key, key)
);
create index idempotence_created_at_index on platform.idempotence (created_at);

alter table platform.idempotence enable row level security;
alter table platform.idempotence force row level security;
grant select, insert, update (response) on platform.idempotence to porte_voix_application;
create policy own_keys on platform.idempotence to porte_voix_application
  using (actor_key = (select current_setting('app.actor', true)))
  with check (actor_key = (select current_setting('app.actor', true)));

-- Unexpected errors, found again by the identifier shown to the user. No personal data: the writer sees to it.
create table platform.incident (
  id uuid primary key,
  occurred_at timestamptz not null,
  operation text not null,
  kind text not null,
  message text not null,
  stack text
);
create index incident_occurred_at_index on platform.incident (occurred_at desc, id desc);

alter table platform.incident enable row level security;
alter table platform.incident force row level security;
grant select, insert on platform.incident to porte_voix_application;
create policy anyone_reports on platform.incident for insert to porte_voix_application with check (true);
create policy readers on platform.incident for select to porte_voix_application
  using ((select current_setting('app.reads_incidents', true)) = 'on');
