-- The life of a letter: its versions, who approved it, who signed it and by which delegation, how it left. A version is
-- never rewritten; once signed there is no other. At most one sending of a letter stands: what may have left is not sent again.
create table courriers.signataire (
  id uuid primary key,
  etablissement_id uuid not null references structures.etablissement (id),
  -- null: signs on paper only
  agent_id uuid references agents.agent (id),
  nom text not null,
  qualite text not null,
  delegation text not null,
  depuis date not null,
  jusqu_au date,
  -- letters it is about; null: all of them
  codes text[],
  cree_a timestamptz not null,
  cree_par uuid not null,
  -- the day from which it no longer signs, and who closed it
  clos_le date,
  clos_par uuid,
  constraint signataire_dates_ordonnees check (jusqu_au is null or jusqu_au >= depuis)
);
create index signataire_etablissement_idx on courriers.signataire (etablissement_id, cree_a);

alter table courriers.courrier
  add column version integer not null default 1,
  add column signataire_id uuid references courriers.signataire (id),
  add column destinataire_nom text not null default '',
  add column destinataire_courriel text not null default '',
  -- what was merged in the fields the law asks for: each must still be read in every later version
  add column mentions_exigees jsonb not null default '[]',
  add column abandonne_a timestamptz,
  add column abandonne_par uuid,
  add column abandon_motif text;

create table courriers.version (
  id uuid primary key,
  courrier_id uuid not null references courriers.courrier (id),
  dossier_id uuid not null references dossiers.dossier (id),
  rang integer not null check (rang > 0),
  origine text not null constraint version_origine_connue check (origine in ('fusion', 'reimport')),
  piece_id uuid not null references pieces.piece (id),
  sha256 text not null,
  -- re-imported without its invisible identity, as the agent confirmed
  est_sans_identite boolean not null default false,
  produit_a timestamptz not null,
  produit_par uuid,
  pdf_piece_id uuid references pieces.piece (id),
  pdf_origine text constraint version_pdf_origine_connue check (pdf_origine in ('conversion', 'depot')),
  constraint version_rang_unique unique (courrier_id, rang)
);
create table courriers.visa (
  id uuid primary key,
  courrier_id uuid not null references courriers.courrier (id),
  dossier_id uuid not null references dossiers.dossier (id),
  version_id uuid not null references courriers.version (id),
  agent_id uuid not null references agents.agent (id),
  message text not null,
  demande_a timestamptz not null,
  demande_par uuid not null,
  decision text constraint visa_decision_connue check (decision in ('donne', 'refuse')),
  commentaire text not null default '',
  decide_a timestamptz,
  -- asked of someone else, or of a version that is no longer the last one
  annule_a timestamptz
);
create index visa_courrier_idx on courriers.visa (courrier_id, demande_a);
create table courriers.signature (
  courrier_id uuid primary key references courriers.courrier (id),
  dossier_id uuid not null references dossiers.dossier (id),
  version_id uuid not null references courriers.version (id),
  signataire_id uuid not null references courriers.signataire (id),
  nature text not null constraint signature_nature_connue check (nature in ('application', 'papier')),
  -- as they were that day
  nom text not null,
  qualite text not null,
  delegation text not null,
  delegation_depuis date not null,
  delegation_jusqu_au date,
  sha256 text not null,
  signe_le date not null,
  signe_a timestamptz not null,
  agent_id uuid not null references agents.agent (id),
  scan_piece_id uuid references pieces.piece (id),
  constraint signature_papier_numerisee check ((nature = 'papier') = (scan_piece_id is not null))
);
create table courriers.envoi (
  id uuid primary key,
  courrier_id uuid not null references courriers.courrier (id),
  dossier_id uuid not null references dossiers.dossier (id),
  version_id uuid not null references courriers.version (id),
  mode text not null constraint envoi_mode_connu check (mode in ('poste', 'recommande', 'main-propre', 'courriel')),
  etat text not null constraint envoi_etat_connu check (etat in ('en-cours', 'a-verifier', 'envoye', 'non-parti')),
  envoye_le date,
  tente_a timestamptz not null,
  par uuid,
  -- null: sent by someone, outside of the application
  message_id text,
  destinataire text not null default '',
  numero text,
  remis_a text,
  raison text not null default '',
  decide_a timestamptz,
  decide_par uuid,
  fait_id uuid references dossiers.fait (id),
  depose_le date,
  avise_le date,
  distribue_le date,
  retourne_le date,
  preuve_piece_id uuid references pieces.piece (id),
  constraint envoi_envoye_date check ((etat = 'envoye') = (envoye_le is not null))
);
create unique index envoi_debout_unique on courriers.envoi (courrier_id) where etat <> 'non-parti';
create index envoi_courrier_idx on courriers.envoi (courrier_id, tente_a);
create index envoi_fait_idx on courriers.envoi (fait_id) where fait_id is not null;

-- Letters written before: their first version, and the sending that was noted. The owner is held by its own policies, so
-- they are lifted while it looks at every establishment.
alter table courriers.courrier no force row level security;
alter table pieces.piece no force row level security;
alter table dossiers.fait no force row level security;
alter table dossiers.dossier no force row level security;
alter table dossiers.attente no force row level security;
alter table agents.agent no force row level security;

insert into courriers.version (id, courrier_id, dossier_id, rang, origine, piece_id, sha256, produit_a, produit_par)
  select c.id, c.id, c.dossier_id, 1, 'fusion', c.piece_id, p.sha256, c.produit_a, c.produit_par
    from courriers.courrier c join pieces.piece p on p.id = c.piece_id;
-- The fact that stands says the day, also when it was corrected since and the letter was not told.
insert into courriers.envoi (id, courrier_id, dossier_id, version_id, mode, etat, envoye_le, tente_a, par, fait_id)
  select c.id, c.id, c.dossier_id, c.id, case c.canal when 'papier' then 'poste' else 'courriel' end, 'envoye',
         coalesce(f.survenu_le, c.envoye_le), coalesce(f.enregistre_a, c.produit_a), f.agent_id, f.id
    from courriers.courrier c
    left join lateral (
      select f.id, f.survenu_le, f.enregistre_a, f.agent_id from dossiers.fait f
       where f.dossier_id = c.dossier_id and f.details ->> 'courrierId' = c.id::text and f.code like '%-envoye'
         and not exists (select 1 from dossiers.fait r where r.rectifie = f.id)
       limit 1) f on true
   where c.envoye_le is not null;
update courriers.courrier c set envoye_le = e.envoye_le from courriers.envoi e
 where e.courrier_id = c.id and e.envoye_le is distinct from c.envoye_le;
-- Prepared again since, or written while another of its kind has left: it will not leave.
update courriers.courrier c set abandonne_a = c.produit_a, abandon_motif = 'Préparée de nouveau depuis.'
 where c.envoye_le is null and exists (
   select 1 from courriers.courrier n where n.dossier_id = c.dossier_id and n.code = c.code
      and (n.envoye_le is not null or (n.produit_a, n.id) > (c.produit_a, c.id)));
insert into dossiers.attente (dossier_id, origine, objet_id, etablissement_id, code, de, agent_id, pour_le)
  select c.dossier_id, 'courriers', c.id, d.etablissement_id, 'envoi', a.prenom || ' ' || a.nom, a.id, null
    from courriers.courrier c
    join dossiers.dossier d on d.id = c.dossier_id and not d.est_clos
    join agents.agent a on a.id = c.produit_par
   where c.envoye_le is null and c.abandonne_a is null;

alter table courriers.courrier force row level security;
alter table pieces.piece force row level security;
alter table dossiers.fait force row level security;
alter table dossiers.dossier force row level security;
alter table dossiers.attente force row level security;
alter table agents.agent force row level security;

do $$
declare t text;
begin
  foreach t in array array['version', 'visa', 'signature', 'envoi', 'signataire'] loop
    execute format('alter table courriers.%I enable row level security', t);
    execute format('alter table courriers.%I force row level security', t);
  end loop;
  foreach t in array array['version', 'visa', 'signature'] loop
    execute format('create policy %I on courriers.%I for select to porte_voix_application
      using (exists (select 1 from dossiers.dossier d where d.id = dossier_id))', t || '_du_dossier', t);
  end loop;
end $$;
create policy envoi_du_dossier on courriers.envoi to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
-- Once signed, no other version: whatever the code above does.
create policy version_nouvelle on courriers.version for insert to porte_voix_application
  with check (exists (select 1 from dossiers.dossier d where d.id = dossier_id)
              and not exists (select 1 from courriers.signature s where s.courrier_id = version.courrier_id));
create policy version_pdf on courriers.version for update to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id));
create policy visa_nouveau on courriers.visa for insert to porte_voix_application
  with check (exists (select 1 from dossiers.dossier d where d.id = dossier_id) and decision is null);
-- Only who was asked decides.
create policy visa_decision on courriers.visa for update to porte_voix_application
  using (exists (select 1 from dossiers.dossier d where d.id = dossier_id))
  with check (decision is null or agent_id = (select acces.agent()));
-- Nobody signs for someone else: the account of the signatory, under a delegation that stands that day.
create policy signature_nouvelle on courriers.signature for insert to porte_voix_application
  with check (exists (select 1 from dossiers.dossier d where d.id = dossier_id)
              and agent_id = (select acces.agent())
              and exists (select 1 from courriers.signataire s where s.id = signataire_id
                            and s.depuis <= signe_le and (s.jusqu_au is null or s.jusqu_au >= signe_le)
                            and (s.clos_le is null or s.clos_le > signe_le)
                            and (nature = 'papier' or s.agent_id = (select acces.agent()))));
create policy signataire_sien on courriers.signataire for select to porte_voix_application
  using (etablissement_id = (select acces.etablissement()));
create policy signataire_nouveau on courriers.signataire for insert to porte_voix_application
  with check (etablissement_id = (select acces.etablissement())
              and (select acces.role()) in ('responsable', 'directeur'));
create policy signataire_cloture on courriers.signataire for update to porte_voix_application
  using (etablissement_id = (select acces.etablissement())
         and (select acces.role()) in ('responsable', 'directeur'));

grant update (piece_id, version, abandonne_a, abandonne_par, abandon_motif) on courriers.courrier to porte_voix_application;
grant select, insert on courriers.version, courriers.visa, courriers.signature, courriers.envoi, courriers.signataire
  to porte_voix_application;
grant update (pdf_piece_id, pdf_origine) on courriers.version to porte_voix_application;
grant update (decision, commentaire, decide_a, annule_a) on courriers.visa to porte_voix_application;
grant update (etat, envoye_le, raison, decide_a, decide_par, fait_id, depose_le, avise_le, distribue_le, retourne_le,
  preuve_piece_id) on courriers.envoi to porte_voix_application;
grant update (clos_le, clos_par) on courriers.signataire to porte_voix_application;
