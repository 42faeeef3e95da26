import type { TablesPersonnes } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { PersonneSaisie } from './contract-personne.ts'
import type { Demenagement, Deplacement } from './dependances.ts'

const db = (tx: Tx) => tables<TablesPersonnes>(tx)

export interface DossierDUneFiche {
  readonly id: string
  readonly type: string
  readonly numero: string
  readonly objet: string
  readonly recuLe: string
  readonly role: string
  readonly personneId: string
}

/** Dossiers of these records in the perimeter, one row per role, newest first. One statement. */
export async function listerDossiersDesFiches(tx: Tx, ids: readonly string[]): Promise<DossierDUneFiche[]> {
  const { rows } = await tx.query<DossierDUneFiche>(
    `select d.id, d.type, d.numero, d.objet, d.recu_le as "recuLe", x.role, x.personne_id as "personneId"
       from dossiers.participation x join dossiers.dossier d on d.id = x.dossier_id
      where x.personne_id = any ($1::uuid[]) order by d.recu_le desc, d.id desc, x.role`,
    [ids],
  )
  return rows
}

export async function compterConsentementsDe(tx: Tx, personneId: string): Promise<number> {
  const { n } = await db(tx)
    .selectFrom('personnes.consentement')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('personneId', '=', personneId)
    .executeTakeFirstOrThrow()
  return n
}

/** A consent as it came along. */
export interface ConsentementDonne {
  readonly id: string
  readonly retireLe: string | null
}

/** Gives the consents of one record to another: those of the perimeter. */
export function donnerConsentements(tx: Tx, de: string, vers: string): Promise<ConsentementDonne[]> {
  return db(tx)
    .updateTable('personnes.consentement')
    .set({ personneId: vers })
    .where('personneId', '=', de)
    .returning(['id', 'retireLe'])
    .execute()
}

export interface Fusion extends Demenagement {
  readonly id: string
  readonly etablissementId: string
  readonly gardeeId: string
  readonly absorbeeId: string
  readonly absorbeeNom: string
  readonly absorbeePrenom: string
  readonly motif: string
  readonly avant: PersonneSaisie
  readonly matriculeAvant: string | null
  readonly matriculeApres: string | null
  readonly versionGardee: number
  readonly consentements: readonly ConsentementDonne[]
  readonly faiteA: Date
  readonly agentId: string
}

/**
 * Keeps what was done, then puts the other record out of sight; one that is still in a hidden dossier stays what it is there.
 * Two statements.
 */
export async function inscrireFusion(tx: Tx, f: Fusion): Promise<void> {
  await tx.query(
    `insert into personnes.fusion (id, etablissement_id, gardee_id, absorbee_id, absorbee_nom, absorbee_prenom, motif, avant,
       matricule_avant, matricule_apres, version_gardee, deplacements, renommes, consentements, dossiers, faite_a, agent_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       array(select distinct x.dossier_id from dossiers.participation x where x.personne_id = $3), $15, $16)`,
    [
      ...[f.id, f.etablissementId, f.gardeeId, f.absorbeeId, f.absorbeeNom, f.absorbeePrenom, f.motif],
      ...[JSON.stringify(f.avant), f.matriculeAvant, f.matriculeApres, f.versionGardee],
      ...[JSON.stringify(f.deplacements), f.renommes, JSON.stringify(f.consentements), f.faiteA, f.agentId],
    ],
  )
  await tx.query(
    'update personnes.personne set absorbee_par = $2 where id = $1 and dossiers.sans_participation(id)',
    [f.absorbeeId, f.id],
  )
}

export interface FusionListee {
  readonly id: string
  readonly absorbee: string
  readonly faiteA: Date
  readonly par: string | null
  readonly motif: string
  readonly annuleeA: Date | null
}

/** Merges this record took in, last first: those of which one sees every dossier. One statement. */
export async function listerFusionsDe(tx: Tx, gardeeId: string): Promise<FusionListee[]> {
  const { rows } = await tx.query<FusionListee>(
    `select f.id, concat_ws(' ', nullif(f.absorbee_prenom, ''), f.absorbee_nom) as absorbee, f.faite_a as "faiteA", f.motif, f.annulee_a as "annuleeA",
            (select a.prenom || ' ' || a.nom from agents.agent a where a.id = f.agent_id) as par
       from personnes.fusion f where f.gardee_id = $1 order by f.faite_a desc, f.id desc limit 20`,
    [gardeeId],
  )
  return rows
}

export interface FusionVerrouillee
  extends Pick<
    Fusion,
    | 'gardeeId'
    | 'absorbeeId'
    | 'absorbeeNom'
    | 'absorbeePrenom'
    | 'avant'
    | 'matriculeAvant'
    | 'matriculeApres'
    | 'versionGardee'
    | 'consentements'
  > {
  readonly deplacements: readonly Deplacement[]
  readonly renommes: readonly string[]
  readonly annuleeA: Date | null
  /** consents that came with the merge and are still as they came */
  readonly consentementsIntacts: number
}

/** Null outside the perimeter, which every dossier of the merge is part of. */
export async function verrouillerFusion(tx: Tx, id: string): Promise<FusionVerrouillee | null> {
  const { rows } = await tx.query<FusionVerrouillee>(
    `select f.gardee_id as "gardeeId", f.absorbee_id as "absorbeeId", f.absorbee_nom as "absorbeeNom",
            f.absorbee_prenom as "absorbeePrenom", f.avant, f.matricule_avant as "matriculeAvant",
            f.matricule_apres as "matriculeApres", f.version_gardee as "versionGardee", f.consentements, f.deplacements,
            f.renommes, f.annulee_a as "annuleeA",
            (select count(*)::int from jsonb_to_recordset(f.consentements) v (id uuid, "retireLe" date)
               join personnes.consentement c on c.id = v.id and c.personne_id = f.gardee_id
                and c.retire_le is not distinct from v."retireLe") as "consentementsIntacts"
       from personnes.fusion f where f.id = $1 for update of f`,
    [id],
  )
  return rows[0] ?? null
}

/** Gives back what the merge moved beside dossiers, and shows the other record again. Three statements. */
export async function defaireFusion(
  tx: Tx,
  a: { id: string; absorbeeId: string; consentements: readonly string[]; annuleeA: Date; annuleePar: string },
): Promise<void> {
  await tx.query('update personnes.consentement set personne_id = $2 where id = any ($1::uuid[])', [
    a.consentements,
    a.absorbeeId,
  ])
  await tx.query('update personnes.personne set absorbee_par = null where id = $1', [a.absorbeeId])
  await tx.query('update personnes.fusion set annulee_a = $2, annulee_par = $3 where id = $1', [
    a.id,
    a.annuleeA,
    a.annuleePar,
  ])
}

/** The record that took another in, whatever the number of merges since; null when none did. One statement. */
export async function trouverGardee(tx: Tx, absorbeeId: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `with recursive suite (id, rang) as (
       select f.gardee_id, 1 from personnes.fusion f where f.absorbee_id = $1 and f.annulee_a is null
       union all select f.gardee_id, s.rang + 1 from personnes.fusion f join suite s on f.absorbee_id = s.id
        where f.annulee_a is null and s.rang < 10)
     select id from suite order by rang desc limit 1`,
    [absorbeeId],
  )
  return rows[0]?.id ?? null
}
