-- What only a praise has: how it came. Everything else is on the spine.
create schema eloges;
grant usage on schema eloges to porte_voix_application;
create table eloges.eloge (
  dossier_id uuid primary key references dossiers.dossier (id),
  canal text not null constraint eloge_canal_connu
    check (canal in ('courriel', 'courrier', 'guichet', 'telephone', 'formulaire'))
);
alter table eloges.eloge enable row level security;
alter table eloges.eloge force row level security;
create policy eloge_du_dossier on eloges.eloge to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
grant select, insert on eloges.eloge to porte_voix_application;
