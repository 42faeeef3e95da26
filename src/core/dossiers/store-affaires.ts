import type { TablesDossiers } from '#db/tables.generated.ts'
import { sql, type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesDossiers>(tx)

export interface AffaireEnBase {
  readonly id: string
  readonly titre: string
  readonly depuisLe: string
  readonly motif: string
  readonly version: number
  readonly creeeA: Date
  readonly par: string | null
}

export async function insererAffaire(
  tx: Tx,
  a: {
    readonly id: string
    readonly etablissementId: string
    readonly titre: string
    readonly depuisLe: string
    readonly motif: string
    readonly creeeA: Date
    readonly creeePar: string
  },
): Promise<void> {
  await db(tx)
    .insertInto('dossiers.affaire')
    .values({ ...a, modifieeA: a.creeeA })
    .execute()
}

/** Null when none of its dossiers is seen, or when the group has no name. */
export async function trouverAffaire(tx: Tx, id: string): Promise<AffaireEnBase | null> {
  const lue = await db(tx)
    .selectFrom('dossiers.affaire as f')
    .select(['f.id', 'f.titre', 'f.depuisLe', 'f.motif', 'f.version', 'f.creeeA'])
    .select(
      sql<string | null>`(select a.prenom || ' ' || a.nom from agents.agent a where a.id = f.creee_par)`.as(
        'par',
      ),
    )
    .where('f.id', '=', id)
    .executeTakeFirst()
  return lue ?? null
}

/** The version read, once locked; null outside the perimeter. */
export async function verrouillerAffaire(tx: Tx, id: string): Promise<AffaireEnBase | null> {
  await db(tx).selectFrom('dossiers.affaire').select('id').where('id', '=', id).forUpdate().execute()
  return trouverAffaire(tx, id)
}

export async function changerAffaire(
  tx: Tx,
  id: string,
  a: { readonly titre: string; readonly depuisLe: string; readonly motif: string; readonly modifieeA: Date },
): Promise<number> {
  const { version } = await db(tx)
    .updateTable('dossiers.affaire')
    .set((eb) => ({ ...a, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function rattacherAAffaire(tx: Tx, dossierId: string, affaireId: string): Promise<void> {
  await db(tx).updateTable('dossiers.dossier').set({ affaireId }).where('id', '=', dossierId).execute()
}

export interface AffaireComptee {
  readonly id: string
  readonly titre: string
  readonly depuisLe: string
  readonly nombreDeDossiers: number
  readonly nombreOuverts: number
}

/** The most recent facts first, after `apres`; each with how many dossiers the reader sees. One statement. */
export async function listerAffairesEnBase(
  tx: Tx,
  etablissementId: string,
  apres: { readonly le: string; readonly id: string } | null,
  limite: number,
): Promise<AffaireComptee[]> {
  const { rows } = await tx.query<AffaireComptee>(
    `select f.id, f.titre, f.depuis_le as "depuisLe",
            (select count(*)::int from dossiers.dossier d where d.affaire_id = f.id) as "nombreDeDossiers",
            (select count(*)::int from dossiers.dossier d where d.affaire_id = f.id and not d.est_clos) as "nombreOuverts"
       from dossiers.affaire f
      where f.etablissement_id = $1 and (f.depuis_le, f.id) < ($2, $3)
      order by f.depuis_le desc, f.id desc limit $4`,
    [etablissementId, apres?.le ?? 'infinity', apres?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limite],
  )
  return rows
}

export interface PersonneDAffaire {
  readonly id: string
  readonly civilite: string
  readonly nom: string
  readonly prenom: string
  readonly roles: readonly { readonly role: string; readonly numero: string }[]
}

const PERSONNES_MONTREES = 200

/** Who is in its dossiers, those of several first. One statement. */
export async function listerPersonnesDAffaire(tx: Tx, affaireId: string): Promise<PersonneDAffaire[]> {
  const { rows } = await tx.query<PersonneDAffaire>(
    `select p.id, p.civilite, p.nom, p.prenom,
            json_agg(json_build_object('role', x.role, 'numero', d.numero) order by d.recu_le, d.id) as roles
       from dossiers.dossier d
       join dossiers.participation x on x.dossier_id = d.id
       join personnes.personne p on p.id = x.personne_id
      where d.affaire_id = $1
      group by p.id, p.civilite, p.nom, p.prenom, p.cle_nom
      order by count(distinct d.id) desc, p.cle_nom, p.id limit $2`,
    [affaireId, PERSONNES_MONTREES],
  )
  return rows
}

export interface EcheanceDAffaire {
  readonly dossierId: string
  readonly type: string
  readonly numero: string
  readonly code: string
  readonly limiteLe: string
}

/** Open deadlines of its open dossiers, the most urgent first. One statement. */
export async function listerEcheancesDAffaire(tx: Tx, affaireId: string): Promise<EcheanceDAffaire[]> {
  const { rows } = await tx.query<EcheanceDAffaire>(
    `select d.id as "dossierId", d.type, d.numero, e.code, coalesce(e.cible_le, e.limite_le) as "limiteLe"
       from dossiers.dossier d join echeances.echeance e on e.dossier_id = d.id
      where d.affaire_id = $1 and not d.est_clos and e.etat = 'ouverte' and coalesce(e.cible_le, e.limite_le) is not null
      order by 5, d.id, e.code limit 100`,
    [affaireId],
  )
  return rows
}

export interface FaitDAffaire {
  readonly id: string
  readonly dossierId: string
  readonly type: string
  readonly numero: string
  readonly code: string
  readonly survenuLe: string
  readonly nuance: { readonly niveau?: string; readonly nature?: string; readonly annule?: boolean }
  readonly agent: string | null
}

/** The facts that stand, of its dossiers on one thread, newest first after `apres`. One statement. */
export async function listerFaitsDAffaire(
  tx: Tx,
  affaireId: string,
  apres: { readonly le: string; readonly id: string } | null,
  limite: number,
): Promise<FaitDAffaire[]> {
  const { rows } = await tx.query<FaitDAffaire>(
    `select f.id, d.id as "dossierId", d.type, d.numero, f.code, f.survenu_le as "survenuLe",
            jsonb_build_object('niveau', f.details -> 'niveau', 'nature', f.details -> 'nature', 'annule', f.details -> 'annule') as nuance,
            (select a.prenom || ' ' || a.nom from agents.agent a where a.id = f.agent_id) as agent
       from dossiers.dossier d join dossiers.fait f on f.dossier_id = d.id
      where d.affaire_id = $1 and (f.survenu_le, f.id) < ($2, $3)
        and not exists (select 1 from dossiers.fait r where r.rectifie = f.id)
      order by f.survenu_le desc, f.id desc limit $4`,
    [affaireId, apres?.le ?? 'infinity', apres?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limite],
  )
  return rows
}
