import type { TablesJournal } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

export interface EntreeAInscrire {
  readonly id: string
  readonly chaine: string
  readonly survenueA: Date
  readonly etablissementId: string | null
  readonly agentId: string | null
  readonly acteur: string
  readonly evenement: string
  readonly dossierId: string | null
  readonly contenu: string
}

/** Appends one entry through the definer function that computes rank and hash. Returns its rank in the chain. */
export async function inscrireEntree(tx: Tx, e: EntreeAInscrire): Promise<number> {
  const { rows } = await tx.query<{ rang: number }>(
    'select journal.inscrire($1, $2, $3, $4, $5, $6, $7, $8, $9) as rang',
    [
      e.id,
      e.chaine,
      e.survenueA,
      e.etablissementId,
      e.agentId,
      e.acteur,
      e.evenement,
      e.dossierId,
      e.contenu,
    ],
  )
  return rows[0]?.rang ?? 0
}

export interface Entree {
  readonly agentId: string | null
  readonly acteur: string
  readonly evenement: string
  readonly survenueA: Date
}

/** The last entries about a dossier, newest first: empty for whoever may not read the journal. */
export function listerEntreesDuDossier(tx: Tx, dossierId: string, limite: number): Promise<Entree[]> {
  return tables<TablesJournal>(tx)
    .selectFrom('journal.entree')
    .select(['agentId', 'acteur', 'evenement', 'survenueA'])
    .where('dossierId', '=', dossierId)
    .orderBy('survenueA', 'desc')
    .orderBy('id', 'desc')
    .limit(limite)
    .execute()
}

/** Rank of the first broken link of a chain, or null when it is whole. */
export async function trouverRupture(tx: Tx, chaine: string): Promise<number | null> {
  const { rows } = await tx.query<{ rang: number | null }>('select journal.premiere_rupture($1) as rang', [
    chaine,
  ])
  return rows[0]?.rang ?? null
}

/** Digest of the heads of all dossier chains, hexadecimal. */
export async function calculerEmpreinteDesTetes(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ empreinte: string }>('select journal.empreinte_des_tetes() as empreinte')
  return rows[0]?.empreinte ?? ''
}
