import type { Tx } from '#platform/db/index.ts'
import { searchKey } from '#platform/keys.ts'
import { strippedText } from '#platform/texte.ts'
import { CARACTERES_D_UNE_PARTIE, type PartieDeRecherche } from './domain/partie.ts'

/**
 * Replaces some parts of what a dossier is found by, in the transaction that changed them; one without text is withdrawn. The
 * others stay, also those this acteur may not read. One statement.
 */
export async function indexerParties(
  tx: Tx,
  dossierId: string,
  parties: readonly PartieDeRecherche[],
): Promise<void> {
  if (parties.length === 0) return
  const lignes = parties.map(({ source, objetId, audience, structureId, lieu, texte }) => {
    const garde = strippedText(texte.trim().slice(0, CARACTERES_D_UNE_PARTIE)).text.toWellFormed()
    return {
      source,
      objet_id: objetId,
      audience,
      structure_id: structureId,
      lieu,
      texte: garde,
      cle: searchKey(garde),
    }
  })
  await tx.query('select dossiers.indexer_parties($1, $2::jsonb)', [dossierId, JSON.stringify(lignes)])
}

/** What the dossier is no longer found by. */
export const retirerPartie = (
  tx: Tx,
  dossierId: string,
  partie: Pick<PartieDeRecherche, 'source' | 'objetId'>,
): Promise<void> =>
  indexerParties(tx, dossierId, [
    { ...partie, audience: 'departement', structureId: null, lieu: '', texte: '' },
  ])

/** The next dossiers that have parts, newest first; locked, so that nobody's change is written over. */
export async function verrouillerAvecParties(
  tx: Tx,
  avant: string | null,
  limite: number,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select d.id from dossiers.dossier d
      where ($1::uuid is null or d.id < $1)
        and exists (select 1 from dossiers.recherche_partie p where p.dossier_id = d.id offset 0)
      order by d.id desc limit $2 for update of d`,
    [avant, limite],
  )
  return rows.map(({ id }) => id)
}

/** The parts of a dossier, as far as the acteur reads them. */
export async function listerParties(tx: Tx, dossierId: string): Promise<PartieDeRecherche[]> {
  const { rows } = await tx.query<PartieDeRecherche>(
    `select source, objet_id as "objetId", audience, structure_id as "structureId", lieu, texte
       from dossiers.recherche_partie where dossier_id = $1`,
    [dossierId],
  )
  return rows
}
