import { indexerParties } from '#core/dossiers/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { type Acteur, enTransaction } from '#core/journal/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import type { TextRecognizer } from '#platform/documents/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { type Lecture, TENTATIVES_MAX } from './domain/lecture.ts'
import { lireLeTexte, type TexteLu } from './lire-le-texte.ts'
import { finirLecture, type PieceALire, prendreUneLecture, rendreLaLecture } from './store-lectures.ts'

export interface DependancesDesLectures {
  readonly database: Database
  readonly fichiers: FileStore
  readonly reconnaissance: TextRecognizer
  readonly horloge: () => Date
}

/** Of one run: what remains is another run, which a stop of the application does not lose. */
const DUREE_MS = 5 * 60_000

/**
 * Reads the texts that wait in an establishment, one piece at a time, newest first. Returns whether some are left. Repeatable: a
 * piece is counted as tried before it is opened, so that one that would stop the process does not stop it for ever.
 */
export async function lireLesTextes(
  d: DependancesDesLectures,
  etablissementId: EtablissementId,
  { signal, dureeMs = DUREE_MS }: { readonly signal?: AbortSignal; readonly dureeMs?: number } = {},
): Promise<boolean> {
  const acteur: Acteur = { type: 'systeme', travail: 'pieces.lire', etablissementId }
  const ecrire = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => enTransaction(d.database, acteur, 'write', fn)
  const fin = performance.now() + dureeMs
  while (!estArrete(signal) && performance.now() < fin) {
    const piece = await ecrire((tx) => prendreUneLecture(tx, d.reconnaissance.unavailable === null))
    if (piece === null) return false
    const lu = await lire(d, piece, signal)
    if (estArrete(signal)) {
      // it is read again from its beginning, and this time does not count
      await ecrire((tx) => rendreLaLecture(tx, piece.id))
      return true
    }
    await ecrire((tx) => garder(tx, piece, lu, d.horloge()))
  }
  return true
}

const estArrete = (signal: AbortSignal | undefined): boolean => signal?.aborted === true

const arretee: TexteLu = {
  etat: 'illisible',
  raison: 'arretee',
  estReconnue: false,
  estCoupee: false,
  pagesNonLues: 0,
  texte: '',
}

function lire(
  d: DependancesDesLectures,
  piece: PieceALire,
  signal: AbortSignal | undefined,
): Promise<TexteLu> {
  if (piece.tentatives > TENTATIVES_MAX) return Promise.resolve(arretee)
  return lireLeTexte(d, piece, signal)
}

async function garder(tx: Tx, piece: PieceALire, lu: TexteLu, lueA: Date): Promise<void> {
  const { texte, ...lecture }: Lecture & { readonly texte: string } = lu
  if (!(await finirLecture(tx, piece.id, { ...lecture, lueA }))) return
  const commun = { objetId: piece.id, lieu: piece.nom, texte }
  // a letter is the department's, what a service joined to its answer is between them
  if (piece.nature === 'courrier')
    await indexerParties(tx, piece.dossierId, [
      { ...commun, source: 'courrier', audience: 'departement', structureId: null },
    ])
  else
    await indexerParties(tx, piece.dossierId, [
      piece.tacheId === null
        ? { ...commun, source: 'piece', audience: 'dossier', structureId: null }
        : { ...commun, source: 'piece', audience: 'service', structureId: piece.structureId },
    ])
}
