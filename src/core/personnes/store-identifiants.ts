import type { TablesPersonnes } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

const db = (tx: Tx) => tables<TablesPersonnes>(tx)

export async function trouverMatricule(tx: Tx, personneId: string): Promise<string | null> {
  const lu = await db(tx)
    .selectFrom('personnes.identifiant')
    .select('matricule')
    .where('personneId', '=', personneId)
    .executeTakeFirst()
  return lu?.matricule ?? null
}

/** Whether this person is the patient of a dossier of the reader's perimeter, be it as the one who wrote. */
export async function estPatient(tx: Tx, personneId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from dossiers.participation where personne_id = $1 and (role = 'patient' or qualite = 'patient') limit 1`,
    [personneId],
  )
  return rowCount > 0
}

export async function ecrireMatriculeEnBase(
  tx: Tx,
  a: { personneId: string; etablissementId: string; matricule: string; enregistreA: Date; agentId: string },
): Promise<void> {
  const { matricule, enregistreA, agentId } = a
  await db(tx)
    .insertInto('personnes.identifiant')
    .values(a)
    .onConflict((c) => c.column('personneId').doUpdateSet({ matricule, enregistreA, agentId }))
    .execute()
}

export async function supprimerMatricule(tx: Tx, personneId: string): Promise<void> {
  await db(tx).deleteFrom('personnes.identifiant').where('personneId', '=', personneId).execute()
}
