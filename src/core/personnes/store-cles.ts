import type { Tx } from '#platform/db/index.ts'
import { clesDeRapprochement, type Rapprochable } from './domain/cles.ts'

/** To raise when keys are computed otherwise: a job then writes those of everyone again. */
export const VERSION_DES_CLES = 1

export interface PersonneACles extends Rapprochable {
  readonly id: string
  readonly etablissementId: string
}

/** Writes the keys of these people in place of what they were. One statement. */
export async function ecrireCles(tx: Tx, personnes: readonly PersonneACles[]): Promise<void> {
  const cles = personnes.flatMap((personne) =>
    clesDeRapprochement(personne).map((valeur) => [personne.id, personne.etablissementId, valeur] as const),
  )
  await tx.query(
    `with ecrites as (
       insert into personnes.cle (personne_id, etablissement_id, valeur)
       select * from unnest($2::uuid[], $3::uuid[], $4::text[]) on conflict do nothing)
     delete from personnes.cle c where c.personne_id = any ($1::uuid[])
        and not exists (select 1 from unnest($2::uuid[], $4::text[]) k (personne_id, valeur)
                         where k.personne_id = c.personne_id and k.valeur = c.valeur)`,
    [personnes.map(({ id }) => id), ...[0, 1, 2].map((rang) => cles.map((cle) => cle[rang]))],
  )
}

/** People whose keys are of another version, locked; the next ones are found again once these are written. */
export async function verrouillerSansCles(tx: Tx, limite: number): Promise<PersonneACles[]> {
  const { rows } = await tx.query<PersonneACles>(
    `select p.id, p.etablissement_id as "etablissementId", p.nom, p.prenom, p.nom_de_naissance as "nomDeNaissance",
            p.nee_le as "neeLe", p.telephone, p.voie, p.code_postal as "codePostal"
       from personnes.personne p where p.cles_calculees < $1 order by p.cles_calculees, p.id limit $2 for update`,
    [VERSION_DES_CLES, limite],
  )
  return rows
}

export async function noterCles(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('update personnes.personne set cles_calculees = $2 where id = any ($1::uuid[])', [
    ids,
    VERSION_DES_CLES,
  ])
}
