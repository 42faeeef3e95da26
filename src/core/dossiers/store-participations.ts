import type { Tx } from '#platform/db/index.ts'

/** Who was what in a dossier and became another record; `estNouvelle`: that one was not it already. */
export interface Participation {
  readonly dossierId: string
  readonly role: string
  readonly qualite: string
  readonly estNouvelle: boolean
}

/** Gives a new version to the dossiers one is in, or to these, in one order whoever asks: two merges wait for each other. */
export async function verrouillerDossiers(
  tx: Tx,
  quels: { readonly personneId: string } | { readonly ids: readonly string[] },
  maintenant: Date,
): Promise<void> {
  const [condition, valeur] =
    'ids' in quels
      ? ['d.id = any ($1::uuid[])', quels.ids]
      : [
          'd.id in (select x.dossier_id from dossiers.participation x where x.personne_id = $1)',
          quels.personneId,
        ]
  await tx.query(
    `with pris as materialized (select d.id from dossiers.dossier d where ${condition} order by d.id for update)
     update dossiers.dossier d set version = d.version + 1, modifie_a = $2 from pris where d.id = pris.id`,
    [valeur, maintenant],
  )
}

/** What one record is in the dossiers of the perimeter becomes another's. Two statements. */
export async function deplacerParticipations(tx: Tx, de: string, vers: string): Promise<Participation[]> {
  const { rows } = await tx.query<Participation>(
    `with siennes as materialized (select x.dossier_id, x.role, x.qualite from dossiers.participation x where x.personne_id = $1),
      mises as (insert into dossiers.participation (dossier_id, personne_id, role, qualite)
        select s.dossier_id, $2::uuid, s.role, s.qualite from siennes s on conflict do nothing returning dossier_id, role)
     select s.dossier_id as "dossierId", s.role, s.qualite,
            exists (select 1 from mises m where m.dossier_id = s.dossier_id and m.role = s.role) as "estNouvelle"
       from siennes s order by s.dossier_id, s.role`,
    [de, vers],
  )
  await tx.query('delete from dossiers.participation where personne_id = $1', [de])
  return rows
}

const enJson = (participations: readonly Participation[]): string => JSON.stringify(participations)

/** Whether this record is still in these dossiers what it was given to be. One statement. */
export async function sontInchangees(
  tx: Tx,
  personneId: string,
  participations: readonly Participation[],
): Promise<boolean> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from jsonb_to_recordset($2::jsonb) v ("dossierId" uuid, role text, qualite text, "estNouvelle" boolean)
       join dossiers.participation x on x.dossier_id = v."dossierId" and x.personne_id = $1 and x.role = v.role
        and (not v."estNouvelle" or x.qualite = v.qualite)`,
    [personneId, enJson(participations)],
  )
  return rows[0]?.n === participations.length
}

/** Gives them back to `de`; what `vers` was already, it stays. Two statements. */
export async function rendreParticipations(
  tx: Tx,
  { de, vers }: { readonly de: string; readonly vers: string },
  participations: readonly Participation[],
): Promise<void> {
  await tx.query(
    `insert into dossiers.participation (dossier_id, personne_id, role, qualite)
     select v."dossierId", $1::uuid, v.role, v.qualite
       from jsonb_to_recordset($2::jsonb) v ("dossierId" uuid, role text, qualite text) on conflict do nothing`,
    [de, enJson(participations)],
  )
  await tx.query(
    `delete from dossiers.participation x using jsonb_to_recordset($2::jsonb) v ("dossierId" uuid, role text)
      where x.dossier_id = v."dossierId" and x.personne_id = $1 and x.role = v.role`,
    [vers, enJson(participations.filter(({ estNouvelle }) => estNouvelle))],
  )
}

/** The name lists show, where it is still the former one. Ids of the dossiers changed. */
export async function renommerAuteurs(
  tx: Tx,
  ids: readonly string[],
  { ancien, nouveau }: { readonly ancien: string; readonly nouveau: string },
): Promise<string[]> {
  if (ids.length === 0 || ancien === nouveau) return []
  const { rows } = await tx.query<{ id: string }>(
    'update dossiers.dossier set auteur = $3 where id = any ($1::uuid[]) and auteur = $2 returning id',
    [ids, ancien, nouveau],
  )
  return rows.map(({ id }) => id)
}
