import type { Database } from '#platform/db/index.ts'
import { type Ancre, lireAncre, trousEntre } from './ancre.ts'
import type { Acteur } from './domain/acteur.ts'
import { enTransaction } from './en-transaction.ts'
import { inscrireAuJournal } from './inscrire.ts'
import { type Fenetre, parcourirFenetre } from './parcourir-fenetre.ts'
import { listerContenusDAncres } from './store.ts'

/** What does not match: entries are no longer those of an anchor, an anchor is missing, links are broken. */
export type Ecart =
  | {
      readonly nature: 'ancre'
      readonly jusquA: string
      readonly attendues: number
      readonly trouvees: number
    }
  | { readonly nature: 'ancre-absente'; readonly jusquA: string }
  | { readonly nature: 'liens'; readonly nombre: number; readonly chaine: string; readonly rang: number }

export interface Verification {
  readonly ancres: number
  readonly entrees: number
  readonly ecarts: readonly Ecart[]
  /** to compare with what is kept elsewhere */
  readonly derniere: Ancre | null
  readonly empreintes: readonly string[]
}

const TOUTES = 1_000_000

async function listerAncres(database: Database, acteur: Acteur, limite: number): Promise<Ancre[]> {
  const contenus = await enTransaction(database, acteur, 'read', (tx) => listerContenusDAncres(tx, limite))
  return contenus
    .map(lireAncre)
    .filter((a) => a !== null)
    .toReversed()
}

/**
 * Recomputes the last anchors (all of them by default) and every link of their entries, then the links of what no anchor
 * covers yet. Reads only, in small transactions: the application may work meanwhile.
 */
export async function verifierLeJournal(
  database: Database,
  acteur: Acteur,
  { nuits }: { readonly nuits?: number } = {},
): Promise<Verification> {
  // one more: the anchor before the first one compared, which must end where that one begins
  const lues = await listerAncres(database, acteur, nuits === undefined ? TOUTES : nuits + 1)
  const ancres = nuits === undefined ? lues : lues.slice(-nuits)
  const ecarts: Ecart[] = trousEntre(lues).map((jusquA) => ({ nature: 'ancre-absente', jusquA }))
  const [premiere] = lues
  if (nuits === undefined && premiere !== undefined && premiere.depuis !== null)
    ecarts.push({ nature: 'ancre-absente', jusquA: premiere.jusquA })
  let entrees = 0
  const parcourir = async (fenetre: Omit<Fenetre, 'verifier'>) => {
    const lue = await parcourirFenetre(database, acteur, { ...fenetre, verifier: true })
    entrees += lue.nombre
    if (lue.premiereRupture !== null)
      ecarts.push({ nature: 'liens', nombre: lue.ruptures, ...lue.premiereRupture })
    return lue
  }
  for (const { depuis, jusquA, nombre, empreinte } of ancres) {
    const lue = await parcourir({ depuis, jusquA })
    if (lue.empreinte !== empreinte)
      ecarts.push({ nature: 'ancre', jusquA, attendues: nombre, trouvees: lue.nombre })
  }
  const derniere = ancres.at(-1) ?? null
  // an entry dated in the future escapes no check: the last window has no end
  await parcourir({ depuis: derniere?.jusquA ?? null, jusquA: 'infinity' })
  const empreintes = ancres.map((a) => a.empreinte)
  return { ancres: ancres.length, entrees, ecarts, derniere, empreintes }
}

const NUITS = 30
/** Beyond, the first ones are enough to call for a complete check. */
const ECARTS_INSCRITS = 20

/** The nightly check: the last thirty anchors; what was found is written in the system chain, each mismatch as an event. */
export async function controlerLeJournal(
  database: Database,
  acteur: Acteur,
  maintenant: Date,
): Promise<Verification> {
  const verification = await verifierLeJournal(database, acteur, { nuits: NUITS })
  const { ancres, entrees, ecarts } = verification
  await enTransaction(database, acteur, 'write', async (tx) => {
    for (const ecart of ecarts.slice(0, ECARTS_INSCRITS))
      await inscrireAuJournal(tx, acteur, { evenement: 'journal-altere', details: ecart }, maintenant)
    const details = { ancres, entrees, ecarts: ecarts.length }
    await inscrireAuJournal(tx, acteur, { evenement: 'journal-verifie', details }, maintenant)
  })
  return verification
}
