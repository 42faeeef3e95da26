import type { TablesEcheances } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'
import type { Echeance } from './domain/echeance.ts'

const db = (tx: Tx) => tables<TablesEcheances>(tx)

export interface ReglageEnregistre {
  readonly code: string
  readonly valeur: number
  readonly enregistreA: Date
}

/** The last value chosen for each setting; a setting never touched is absent. */
export function listerDerniersReglages(tx: Tx, etablissementId: string): Promise<ReglageEnregistre[]> {
  return db(tx)
    .selectFrom('echeances.reglage')
    .distinctOn('code')
    .select(['code', 'valeur', 'enregistreA'])
    .where('etablissementId', '=', etablissementId)
    .orderBy('code')
    .orderBy('enregistreA', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Adds a version: the former values stay, an old deadline can be explained. */
export async function insererReglage(
  tx: Tx,
  reglage: ReglageEnregistre & { id: string; etablissementId: string; agentId: string | null },
): Promise<void> {
  await db(tx).insertInto('echeances.reglage').values(reglage).execute()
}

/** Replaces what lists know of the deadlines of a dossier: two statements. */
export async function remplacerEcheances(
  tx: Tx,
  dossierId: string,
  echeances: readonly Echeance[],
): Promise<void> {
  await db(tx).deleteFrom('echeances.echeance').where('dossierId', '=', dossierId).execute()
  if (echeances.length === 0) return
  const lignes = echeances.map(({ code, declencheur, limiteLe, limiteA, cibleLe, etat, tenueLe }) => ({
    dossierId,
    code,
    faitId: declencheur.faitId,
    limiteLe,
    limiteA: limiteA === null ? null : new Date(limiteA),
    cibleLe,
    etat,
    tenueLe,
  }))
  await db(tx).insertInto('echeances.echeance').values(lignes).execute()
}
