import type { Tx } from '#platform/db/index.ts'
import { peutSigner, type Signataire } from './domain/signataire.ts'
import { refuserSi } from './refuser.ts'
import { listerSignatairesEnBase } from './store-vie.ts'

/**
 * Whose name a letter will bear: the signatory chosen, or the only one who may sign it that day; null when there are
 * several or none, and the establishment's settings then name someone. Beside `signataireId` when the one chosen may not.
 */
export async function choisirSignataire(
  tx: Tx,
  code: string,
  choix: { readonly signataireId: string | null; readonly jour: string },
): Promise<Signataire | null> {
  const possibles = (await listerSignatairesEnBase(tx)).filter((s) => peutSigner(s, code, choix.jour))
  if (choix.signataireId === null) return possibles.length === 1 ? (possibles[0] ?? null) : null
  const choisi = possibles.find(({ id }) => id === choix.signataireId)
  if (choisi === undefined) return refuserSi('signataire-inconnu', 'signataireId')
  return choisi
}
