import type { TablesJournal } from '#db/tables.generated.ts'
import { type Tx, tables } from '#platform/db/index.ts'

export const CHAINE_DU_SYSTEME = 'systeme'

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

/** The texts of the last anchors, newest first. */
export async function listerContenusDAncres(tx: Tx, limite: number): Promise<string[]> {
  const { rows } = await tx.query<{ contenu: string }>(
    'select a.contenu from journal.lister_ancres($1) as a (contenu)',
    [limite],
  )
  return rows.map((r) => r.contenu)
}

export interface LotAParcourir {
  /** instant and id of the last entry seen: the instant as the database words it, finer than a Date */
  readonly position: { readonly a: string; readonly id: string }
  readonly jusquA: string
  readonly limite: number
  readonly etat: Buffer
  readonly verifier: boolean
}

export interface LotParcouru {
  readonly nombre: number
  readonly etat: Buffer
  readonly dernierA: string | null
  readonly dernierId: string | null
  readonly ruptures: number
  readonly ruptureChaine: string | null
  readonly ruptureRang: number | null
}

/** The next entries of a window, through the definer function that sees every chain: their digest, and broken links. */
export async function parcourirEntrees(tx: Tx, l: LotAParcourir): Promise<LotParcouru> {
  const { rows } = await tx.query<LotParcouru>(
    `select p.nombre, p.etat, p.dernier_a as "dernierA", p.dernier_id as "dernierId", p.ruptures,
            p.rupture_chaine as "ruptureChaine", p.rupture_rang as "ruptureRang"
       from journal.parcourir($1, $2, $3, $4, $5, $6) p`,
    [l.position.a, l.position.id, l.jusquA, l.limite, l.etat, l.verifier],
  )
  const [lot] = rows
  if (lot === undefined) throw new Error('journal.parcourir answers one row')
  return lot
}

/** The last entries of one kind in the system chain, newest first: empty for whoever may not read it. */
export function listerEntreesDuSysteme(
  tx: Tx,
  evenement: string,
  limite: number,
): Promise<{ survenueA: Date; contenu: string }[]> {
  return tables<TablesJournal>(tx)
    .selectFrom('journal.entree')
    .select(['survenueA', 'contenu'])
    .where('chaine', '=', CHAINE_DU_SYSTEME)
    .where('evenement', '=', evenement)
    .orderBy('rang', 'desc')
    .limit(limite)
    .execute()
}
