-- Lists an agent names: filters, order and columns, private or shared with the department. How each agent ranks them, and
-- which one opens first, is nobody else's. No word searched is kept: it may name someone.
create table dossiers.liste (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  agent_id uuid not null references agents.agent (id),
  nom text not null constraint liste_nommee check (length(btrim(nom)) > 0),
  est_partagee boolean not null default false,
  criteres jsonb not null constraint liste_sans_recherche check (not criteres ? 'recherche'),
  colonnes text[] not null,
  version integer not null default 1,
  creee_a timestamptz not null,
  modifiee_a timestamptz not null
);
create index liste_agent_idx on dossiers.liste (agent_id);
create index liste_partagee_idx on dossiers.liste (etablissement_id) where est_partagee;

create table dossiers.rangement (
  agent_id uuid not null references agents.agent (id),
  liste_id uuid not null references dossiers.liste (id) on delete cascade,
  rang integer not null,
  est_par_defaut boolean not null default false,
  primary key (agent_id, liste_id)
);
create index rangement_liste_idx on dossiers.rangement (liste_id);
create unique index rangement_par_defaut_unique on dossiers.rangement (agent_id) where est_par_defaut;

alter table dossiers.liste enable row level security;
alter table dossiers.liste force row level security;
alter table dossiers.rangement enable row level security;
alter table dossiers.rangement force row level security;
-- The department is who sees every dossier of the hospital: a chef de service has lists of his own only.
create policy liste_sienne_ou_partagee on dossiers.liste to porte_voix_application using (
  etablissement_id = (select acces.etablissement())
  and (agent_id = (select acces.agent()) or (est_partagee and (select acces.voit_tout())))
) with check (
  etablissement_id = (select acces.etablissement())
  and ((agent_id = (select acces.agent()) and not est_partagee) or (est_partagee and (select acces.voit_tout())))
);
create policy rangement_sien on dossiers.rangement to porte_voix_application
  using (agent_id = (select acces.agent()));
grant select, insert, update, delete on dossiers.liste, dossiers.rangement to porte_voix_application;

-- Open dossiers, the most urgent first; those without a deadline come last.
create index dossier_urgence_idx on dossiers.dossier
  (etablissement_id, (coalesce(prochaine_echeance_le, 'infinity'::date)), id) include (assigne_a, services, classe)
  where not est_clos;
