import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { normaliserTexte } from './domain/mention.ts'
import type { Signataire } from './domain/signataire.ts'
import { lireLettre, octetsDeLaPiece } from './lire-version.ts'
import { refuserSi } from './refuser.ts'
import type { VersionLue } from './store-courriers.ts'

/**
 * The version kept is byte for byte the one recorded, and bears the name and quality of who signs. `refused` otherwise: a
 * letter at someone else's name is prepared again.
 */
export async function exigerBlocDeSignature(
  d: DependancesDesCourriers,
  read: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  version: VersionLue,
  signataire: Pick<Signataire, 'nom' | 'qualite'>,
): Promise<void> {
  const octets = await octetsDeLaPiece(d, read, version.pieceId)
  if (createHash('sha256').update(octets).digest('hex') !== version.sha256) refuserSi('version-alteree')
  const texte = normaliserTexte(lireLettre(octets).paragraphs.join(' '))
  const porte = [signataire.nom, signataire.qualite].every((mot) => texte.includes(normaliserTexte(mot)))
  if (!porte) refuserSi('signataire-autre')
}
