import type { Database } from '#platform/db/index.ts'
import type { Acteur } from './domain/acteur.ts'
import { enTransaction } from './en-transaction.ts'
import { parcourirEntrees } from './store.ts'

/** Entries a statement goes through: a fraction of a second, so that who works at night waits little. */
const PAR_LOT = 5_000
const AVANT_TOUT = '-infinity'
const AVANT_TOUT_ID = '00000000-0000-0000-0000-000000000000'

export interface Fenetre {
  readonly depuis: string | null
  readonly jusquA: string
  /** recomputes the hash of each entry on the way */
  readonly verifier: boolean
}

export interface FenetreParcourue {
  readonly nombre: number
  readonly empreinte: string
  readonly ruptures: number
  readonly premiereRupture: { readonly chaine: string; readonly rang: number } | null
}

/** Goes through every entry of a window, each batch in a transaction of its own: no statement grows with the journal. */
export async function parcourirFenetre(
  database: Database,
  acteur: Acteur,
  { depuis, jusquA, verifier }: Fenetre,
): Promise<FenetreParcourue> {
  let etat: Buffer = Buffer.alloc(32)
  let position = { a: depuis ?? AVANT_TOUT, id: AVANT_TOUT_ID }
  let nombre = 0
  let ruptures = 0
  let premiereRupture: FenetreParcourue['premiereRupture'] = null
  for (;;) {
    const demande = { position, jusquA, limite: PAR_LOT, etat, verifier }
    const lot = await enTransaction(database, acteur, 'read', (tx) => parcourirEntrees(tx, demande))
    nombre += lot.nombre
    ruptures += lot.ruptures
    etat = lot.etat
    if (premiereRupture === null && lot.ruptureChaine !== null && lot.ruptureRang !== null)
      premiereRupture = { chaine: lot.ruptureChaine, rang: lot.ruptureRang }
    if (lot.nombre < PAR_LOT || lot.dernierA === null || lot.dernierId === null) break
    position = { a: lot.dernierA, id: lot.dernierId }
  }
  return { nombre, empreinte: etat.toString('hex'), ruptures, premiereRupture }
}
