import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction, inscrireAuJournal } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { listerObjetsReferences, supprimerDepotsAbandonnes, verifierVueEntiere } from './store.ts'

/** Asks, as an acteur of one establishment, which of these objects are still in use. */
export type ListerReferences = (tx: Tx, cles: readonly string[]) => Promise<readonly string[]>

export interface DependancesDuBalayage {
  readonly database: Database
  readonly fichiers: FileStore
  /** every establishment of the installation: an object of one left out would look like nobody's */
  readonly etablissements: readonly EtablissementId[]
  /** the other modules that keep objects (templates of letters…) */
  readonly references: readonly ListerReferences[]
}

export interface Balayage {
  readonly depots: number
  readonly objets: number
}

const JOUR = 24 * 60 * 60 * 1000
const GARDE_DES_DEPOTS = 7 * JOUR
/** Longer than any deposit takes between its file and its row. */
const GARDE_DES_OBJETS = JOUR
const PAR_QUESTION = 500
/** Beyond this share, orphans mean a wrong database or a forgotten establishment rather than interrupted deposits. */
const ORPHELINS_TOLERES = 50
const PART_TOLEREE = 0.1

/**
 * Removes the deposits no dossier took within seven days, then the objects nothing references, older than a day.
 * Throws without removing a single object when there are suspiciously many of them.
 */
export async function balayerLesPieces(d: DependancesDuBalayage, maintenant: Date): Promise<Balayage> {
  if (d.etablissements.length === 0) throw new Error('The sweep must be told every establishment')
  const abandonnes: string[] = []
  for (const etablissementId of d.etablissements) {
    abandonnes.push(...(await balayerLesDepots(d, systemeDe(etablissementId), maintenant)))
  }
  const { candidats, total } = await listerLesObjets(d, maintenant)
  const references = await listerReferences(d, [...candidats, ...abandonnes])
  const retires = new Set(abandonnes)
  const orphelins = candidats.filter((cle) => !references.has(cle) && !retires.has(cle))
  if (orphelins.length > ORPHELINS_TOLERES && orphelins.length > total * PART_TOLEREE) {
    throw new Error(
      `${orphelins.length} of ${total} objects are referenced by nothing: is this the right database? Nothing was removed`,
    )
  }
  const inutiles = new Set([...abandonnes.filter((cle) => !references.has(cle)), ...orphelins])
  for (const cle of inutiles) await d.fichiers.remove(cle)
  return { depots: abandonnes.length, objets: inutiles.size }
}

const systemeDe = (etablissementId: EtablissementId): Acteur => ({
  type: 'systeme',
  travail: 'pieces.balayer',
  etablissementId,
})

function balayerLesDepots(d: DependancesDuBalayage, acteur: Acteur, maintenant: Date): Promise<string[]> {
  const avant = new Date(maintenant.getTime() - GARDE_DES_DEPOTS)
  return enTransaction(d.database, acteur, 'write', async (tx) => {
    await verifierVueEntiere(tx)
    const cles = await supprimerDepotsAbandonnes(tx, avant)
    if (cles.length > 0) {
      const details = { pieces: cles.length }
      await inscrireAuJournal(tx, acteur, { evenement: 'depots-abandonnes-retires', details }, maintenant)
    }
    return cles
  })
}

/** Objects old enough to be judged. The store also clears its unfinished writes on the way. */
async function listerLesObjets(
  d: DependancesDuBalayage,
  maintenant: Date,
): Promise<{ candidats: string[]; total: number }> {
  const candidats: string[] = []
  const retenir = (cle: string): boolean => {
    candidats.push(cle)
    return true
  }
  await d.fichiers.sweep(retenir, new Date(maintenant.getTime() - GARDE_DES_OBJETS))
  return { candidats, total: candidats.length }
}

async function listerReferences(
  d: DependancesDuBalayage,
  cles: readonly string[],
): Promise<ReadonlySet<string>> {
  const references = new Set<string>()
  for (let debut = 0; debut < cles.length; debut += PAR_QUESTION) {
    const lot = cles.slice(debut, debut + PAR_QUESTION)
    for (const etablissementId of d.etablissements) {
      await enTransaction(d.database, systemeDe(etablissementId), 'read', async (tx) => {
        for (const lister of [listerObjetsReferences, ...d.references]) {
          for (const cle of await lister(tx, lot)) references.add(cle)
        }
      })
    }
  }
  return references
}
