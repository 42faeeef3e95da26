// The rows of one batch of dossiers, set by set. `lot` is filled by TypeScript; everything drawn here depends on the rank
// of the dossier only, so that two seeds of the same size are the same. Oldest first: ten years up to today.

export const PREPARE = `
create schema if not exists bench;
create or replace function bench.h(n integer, salt bigint) returns float8 language sql immutable parallel safe as
  $$ select (hashint4extended(n, salt) & 9007199254740991)::float8 / 9007199254740992 $$;
create or replace function bench.id(n integer, kind text, ms bigint) returns uuid language sql immutable parallel safe as
  $$ select overlay(overlay(overlay(md5(n || kind) placing lpad(to_hex(ms), 12, '0') from 1) placing '7' from 13)
       placing '8' from 17)::uuid $$;
`

const DAYS = 3650

/** Temporary, so that several sessions may each work on their batch. */
export const CREATE_LOT = `
create temporary table lot (
  n integer primary key, etablissement uuid, agent uuid, jour date, ms bigint, id uuid, age integer, type text, ouvert boolean, etat text, avance integer,
  assigne uuid, services uuid[], classe text, canal text, objet text, objet_cle text, numero text, echeance date,
  recit text, recit_cle text, prenom text, nom text, prenom_cle text, nom_cle text, patient_prenom text, patient_cle text
)`

/** $1 first rank, $2 dossiers in all, $3 today, $4–$9 texts, $10 subjects, $11 their keys, $12 agents, $13 services,
 * $14 establishment. */
export const FILL_LOT = `
insert into lot
select n, $14::uuid, ($12::uuid[])[1], jour, ms, bench.id(n, 'dossier', ms), age, type, ouvert,
  case when type = 'eloge' then case when ouvert then 'recu' else 'transmis' end
       else (array['recu', 'accuse', 'repondu', 'clos'])[avance] end,
  avance,
  case when ouvert and bench.h(n, 5) < case when age < 60 then 0.3 else 0.02 end then null
       else ($12::uuid[])[1 + floor(array_length($12::uuid[], 1) * bench.h(n, 4) ^ 2)::integer] end,
  array(select distinct ($13::uuid[])[floor(exp(ln(array_length($13::uuid[], 1)) * bench.h(n, 60 + k)))::integer]
          from generate_series(1, case when bench.h(n, 7) < 0.3 then 2 else 1 end) k),
  case when bench.h(n, 8) < 0.02 then 'sensible' else 'ordinaire' end,
  (array['courriel', 'courriel', 'courriel', 'courriel', 'courrier', 'courrier', 'courrier', 'formulaire', 'guichet', 'telephone'])
    [1 + floor(bench.h(n, 9) * 10)::integer],
  ($10::text[])[objet], ($11::text[])[objet],
  format('%s-%s-%s', case type when 'eloge' then 'ELO' else 'REC' end, extract(year from jour), lpad(n::text, 5, '0')),
  case when type = 'eloge' or not ouvert then null
       when avance = 1 then jour + 10 + floor(bench.h(n, 10) * 5)::integer
       when avance = 2 then jour + 60 end,
  recit, recit_cle, prenom, nom, prenom_cle, nom_cle,
  case when type <> 'eloge' and bench.h(n, 11) < 0.45 then lag(prenom, 1, 'Claude') over (order by n) end,
  case when type <> 'eloge' and bench.h(n, 11) < 0.45 then lag(prenom_cle, 1, 'claude') over (order by n) end
from (
  select y.*, 1 + floor(bench.h(n, 12) * case type when 'eloge' then 2 else 12 end)::integer
      + case type when 'eloge' then 12 else 0 end as objet,
    case when not ouvert then 4
         when bench.h(n, 3) < case when age < 60 then 0.35 when age < 365 then 0.10 else 0.05 end then 1
         when bench.h(n, 3) < case when age < 60 then 0.80 when age < 365 then 0.55 else 0.15 end then 2
         else 3 end as avance
  from (
    select x.*, (extract(epoch from jour) * 1000)::bigint + 36000000 + n % 3600000 as ms,
      bench.h(n, 2) < case when type = 'eloge' then case when age < 30 then 0.5 else 0 end
        when age < 60 then 0.85 when age < 365 then 0.40 else 0.06 end as ouvert
    from (
      select t.*, case when bench.h(t.n, 1) < 0.75 then 'reclamation' else 'eloge' end as type,
        (($2::integer - t.n)::bigint * ${DAYS} / $2::integer)::integer as age,
        $3::date - (($2::integer - t.n)::bigint * ${DAYS} / $2::integer)::integer as jour
      from (select ($1::integer + u.rang - 1)::integer as n, u.recit, u.recit_cle, u.prenom, u.nom, u.prenom_cle, u.nom_cle
              from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
                with ordinality u (recit, recit_cle, prenom, nom, prenom_cle, nom_cle, rang)) t
    ) x
  ) y
) z`

const INSTANT = 'to_timestamp(l.ms / 1000.0)'
const RECEIPT = `case when l.canal in ('guichet', 'telephone') then 'consignation-orale'
  when l.canal = 'courrier' then 'reception-papier' else 'reception-electronique' end`
const SENT = `case when l.canal in ('courriel', 'formulaire') then 'accuse-reception-electronique-envoye'
  else 'accuse-reception-papier-envoye' end`

/**
 * Keys that bring people together: how their name sounds, where they live. $1 first rank, $2 sounds of the last names, $3 first
 * names, $4 their sounds.
 */
export const KEYS = `
with s as (select $1::integer + u.rang::integer - 1 as n, u.son from unnest($2::text[]) with ordinality u (son, rang)),
  f as (select * from unnest($3::text[], $4::text[]) x (prenom, son))
insert into personnes.cle (personne_id, etablissement_id, valeur)
select bench.id(l.n, 'auteur', l.ms), l.etablissement, k.valeur
  from lot l join s on s.n = l.n join f on f.prenom = l.prenom
  cross join lateral (values ('S' || s.son || ' ' || f.son), ('A99120 ' || l.n % 140 || ' rue tilleuls ' || f.son)) k (valeur)
union all select bench.id(l.n, 'patient', l.ms), l.etablissement, 'S' || s.son || ' ' || coalesce(f.son, '')
  from lot l join s on s.n = l.n left join f on f.prenom = l.patient_prenom where l.patient_cle is not null`

/** In the order foreign keys would ask for. */
export const INSERTS: readonly string[] = [
  `insert into dossiers.dossier (id, etablissement_id, affaire_id, type, annee, rang, numero, etat, est_clos, classe, objet,
     recu_le, auteur, assigne_a, services, prochaine_echeance_le, prochaine_echeance_code, clos_le, cree_a, cree_par, modifie_a)
   select l.id, l.etablissement, l.id, l.type, extract(year from l.jour), l.n, l.numero, l.etat, not l.ouvert, l.classe, l.objet, l.jour,
     l.prenom || ' ' || l.nom, l.assigne, l.services, l.echeance,
     case when l.echeance is not null then case l.avance when 1 then 'D02' else 'D05' end end,
     case when not l.ouvert then l.jour + 40 end, ${INSTANT}, l.agent, ${INSTANT} from lot l`,
  `insert into dossiers.fait (id, dossier_id, code, survenu_le, enregistre_a, agent_id, details)
   select bench.id(l.n, 'fait' || f.rang, l.ms + f.rang), l.id, f.code, l.jour + f.apres, ${INSTANT} + f.apres * interval '1 day',
     coalesce(l.assigne, l.agent), f.details::jsonb
   from lot l cross join lateral (values
     (1, case when l.type = 'eloge' then 'eloge-recu' else ${RECEIPT} end, 0, format('{"canal":"%s","origine":"saisie"}', l.canal), true),
     (2, 'accuse-prepare', 4, '{}', l.type = 'reclamation' and l.avance >= 2),
     (3, ${SENT}, 5, '{}', l.type = 'reclamation' and l.avance >= 2),
     (4, 'reponse-envoyee', 38, '{}', l.type = 'reclamation' and l.avance >= 3),
     (5, case when l.type = 'eloge' then 'eloge-transmis' else 'reclamation-close' end, 40, '{}', not l.ouvert),
     (6, 'note-ajoutee', 6, '{"texte":"Appel de la personne, qui demande où en est sa réclamation."}', bench.h(l.n, 13) < 0.4)
   ) f (rang, code, apres, details, presente) where f.presente`,
  `insert into dossiers.recit (id, dossier_id, rang, texte, cree_a, agent_id)
   select bench.id(l.n, 'recit', l.ms), l.id, 1, l.recit, ${INSTANT}, l.agent from lot l`,
  `insert into dossiers.rattachement (dossier_id, structure_id, recu_le)
   select l.id, s.id, l.jour from lot l cross join lateral unnest(l.services) s (id)`,
  `insert into personnes.personne (id, etablissement_id, civilite, nom, prenom, courriel, voie, code_postal, commune, cle_nom,
     cle_courriel, cles_calculees, cree_a)
   select bench.id(l.n, 'auteur', l.ms), l.etablissement, 'mme', l.nom, l.prenom,
     case when bench.h(l.n, 14) < 0.6 then format('%s.%s.%s@courriel.example', l.prenom_cle, l.nom_cle, l.n) else '' end,
     l.n % 140 || ' rue des Tilleuls', '99120', 'Valmont-sur-Orge', l.nom_cle || ' ' || l.prenom_cle,
     case when bench.h(l.n, 14) < 0.6 then format('%s.%s.%s@courriel.example', l.prenom_cle, l.nom_cle, l.n) else '' end,
     1, ${INSTANT} from lot l`,
  `insert into personnes.personne (id, etablissement_id, civilite, nom, prenom, cle_nom, cles_calculees, cree_a)
   select bench.id(l.n, 'patient', l.ms), l.etablissement, 'm', l.nom, l.patient_prenom, l.nom_cle || ' ' || l.patient_cle, 1, ${INSTANT}
   from lot l where l.patient_cle is not null`,
  `insert into dossiers.participation (dossier_id, personne_id, role, qualite)
   select l.id, bench.id(l.n, 'auteur', l.ms), 'auteur', 'proche' from lot l
   union all select l.id, bench.id(l.n, 'patient', l.ms), 'patient', '' from lot l where l.patient_cle is not null`,
  `insert into dossiers.recherche (dossier_id, etablissement_id, recu_le, cle_nom, tsv)
   select l.id, l.etablissement, l.jour, x.noms, dossiers.vecteur(
     x.noms || ' ' || lower(replace(l.numero, '-', ' ')) || ' ' || l.objet_cle || ' ' || l.recit_cle)
   from lot l cross join lateral (select concat_ws(' ', l.prenom_cle, l.nom_cle, l.prenom_cle, l.nom_cle,
     case when l.patient_cle is not null then l.patient_cle || ' ' || l.nom_cle end) as noms) x`,
  `insert into echeances.echeance (dossier_id, code, fait_id, limite_le, etat, tenue_le)
   select l.id, e.code, bench.id(l.n, 'fait1', l.ms + 1), l.jour + e.jours,
     case when l.avance >= e.tenue then 'tenue' else 'ouverte' end, case when l.avance >= e.tenue then l.jour + e.jours - 3 end
   from lot l cross join lateral (values ('D02', 10, 2), ('D05', 60, 3)) e (code, jours, tenue)
   where l.type = 'reclamation'`,
  `insert into reclamations.reclamation (dossier_id, canal, reception_origine, est_orale)
   select l.id, l.canal, 'saisie', l.canal in ('guichet', 'telephone') from lot l where l.type = 'reclamation'`,
  `insert into eloges.eloge (dossier_id, canal) select l.id, l.canal from lot l where l.type = 'eloge'`,
  `insert into pieces.piece (id, etablissement_id, dossier_id, deposee_par, deposee_a, nature, nom, type, extension, apercu, taille,
     sha256, objet_cle, cle_enveloppee, cle_id)
   select bench.id(l.n, 'piece' || p.rang, l.ms + p.rang), l.etablissement, l.id, l.agent, ${INSTANT}, p.nature, p.nom, 'application/pdf', 'pdf',
     'pdf', 120000, md5(l.n || 'a' || p.rang) || md5(l.n || 'b' || p.rang), md5(l.n || 'objet' || p.rang), repeat('0', 80), 'bench'
   from lot l cross join lateral (values (1, 'numerisation', 'Lettre reçue.pdf', bench.h(l.n, 15) < 0.4),
     (2, 'courrier', 'Accusé de réception.docx', l.type = 'reclamation' and l.avance >= 2)) p (rang, nature, nom, presente)
   where p.presente`,
  `insert into courriers.courrier (id, dossier_id, code, piece_id, canal, mentions, produit_a, produit_par, envoye_le)
   select bench.id(l.n, 'courrier', l.ms), l.id, 'reclamations.accuse-reception', bench.id(l.n, 'piece2', l.ms + 2), 'papier', '[]', ${INSTANT}, l.agent,
     l.jour + 5 from lot l where l.type = 'reclamation' and l.avance >= 2`,
  `insert into courriers.version (id, courrier_id, dossier_id, rang, origine, piece_id, sha256, produit_a, produit_par)
   select bench.id(l.n, 'courrier', l.ms), bench.id(l.n, 'courrier', l.ms), l.id, 1, 'fusion', bench.id(l.n, 'piece2', l.ms + 2),
     md5(l.n || 'a2') || md5(l.n || 'b2'), ${INSTANT}, l.agent from lot l where l.type = 'reclamation' and l.avance >= 2`,
  `insert into courriers.envoi (id, courrier_id, dossier_id, version_id, mode, etat, envoye_le, tente_a, par, fait_id)
   select bench.id(l.n, 'envoi', l.ms), bench.id(l.n, 'courrier', l.ms), l.id, bench.id(l.n, 'courrier', l.ms), 'poste', 'envoye',
     l.jour + 5, ${INSTANT}, l.agent, bench.id(l.n, 'fait3', l.ms + 3) from lot l where l.type = 'reclamation' and l.avance >= 2`,
  `insert into journal.entree (id, chaine, rang, survenue_a, etablissement_id, agent_id, acteur, evenement, dossier_id, contenu,
     empreinte_precedente, empreinte)
   select bench.id(l.n, 'entree' || c.rang, l.ms + c.rang), c.chaine, c.rang, ${INSTANT} + c.rang * interval '1 hour', l.etablissement, l.agent,
     'agent', c.evenement, l.id, c.contenu, c.precedente, sha256(c.precedente || convert_to(c.contenu, 'UTF8'))
   from lot l
   cross join lateral (select 'dossier:' || l.id as chaine, format('{"evenement":"dossier-enregistre","dossierId":"%s"}', l.id) as creation,
     format('{"evenement":"dossier-consulte","dossierId":"%s"}', l.id) as lecture) t
   cross join lateral (select sha256(convert_to(t.chaine, 'UTF8')) as debut) d
   cross join lateral (values
     (1, t.chaine, 'dossier-enregistre', t.creation, d.debut),
     (2, t.chaine, 'dossier-consulte', t.lecture, sha256(d.debut || convert_to(t.creation, 'UTF8')))
   ) c (rang, chaine, evenement, contenu, precedente)`,
  `truncate lot`,
]
