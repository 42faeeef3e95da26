import { type Ecriture, verrouillerDossier } from '#core/dossiers/index.ts'
import { agentIdDe } from '#core/journal/index.ts'
import { listerPiecesDesTaches, verserLaTache } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { suivreLAttente } from './attente.ts'
import { lireBrouillon } from './brouillon.ts'
import { REFUS_DES_TACHES, refusDEnvoyer, refusSiFinie } from './domain/rules.ts'
import { indexerTache } from './indexer-tache.ts'
import { noterLeFait } from './noter-fait.ts'
import { refuserSi } from './refuser.ts'
import {
  changerTache,
  inscrireReponses,
  obtenirDossierDeLaTache,
  obtenirTache,
  type TacheEnBase,
  verrouillerTache,
} from './store.ts'
import { supprimerBrouillon } from './store-brouillons.ts'

const PHRASE_D_ECART = {
  texte: 'Le texte de cette réponse a changé entre-temps. Relisez-le avant de l’envoyer.',
  pieces: 'Les pièces jointes à cette réponse ont changé entre-temps. Relisez-la avant de l’envoyer.',
} as const

/** What the page that was read over showed. */
export interface ReponseRelue {
  readonly version: number
  /** in their order; null when the screen did not say */
  readonly pieces: readonly string[] | null
}

/** What moved since it was read over, or null. */
export async function ecartAvec(
  tx: Tx,
  relue: ReponseRelue,
  a: { readonly tacheId: string; readonly version: number },
): Promise<'texte' | 'pieces' | null> {
  if (a.version !== relue.version) return 'texte'
  if (relue.pieces === null) return null
  const jointes = (await listerPiecesDesTaches(tx, [a.tacheId])).map(({ id }) => id)
  const memes = jointes.length === relue.pieces.length && jointes.every((id) => relue.pieces?.includes(id))
  return memes ? null : 'pieces'
}

/**
 * Sends the draft of a service as it was read over: texts, who answers, pieces, the fact, and the wait that ends. Sent twice,
 * it is sent once: the second call finds the first. Throws `stale` when the draft moved since, `invalid` by field when it
 * cannot be sent, `refused` when the request was cancelled.
 */
export async function envoyerReponse(
  e: Ecriture,
  id: string,
  relue: ReponseRelue,
  { parUnRemplacant = false } = {},
): Promise<TacheEnBase> {
  await verrouillerDossier(e.tx, await obtenirDossierDeLaTache(e.tx, id), null)
  const tache = await verrouillerTache(e.tx, id, null)
  if (tache.etat === 'repondue') return tache
  refuserSi(refusSiFinie(tache.etat))
  const brouillon = await lireBrouillon(e.tx, tache)
  const ecart = await ecartAvec(e.tx, relue, { tacheId: id, version: brouillon.version })
  if (ecart !== null) throw new AppError('stale', { message: PHRASE_D_ECART[ecart] })
  exigerUneReponse(tache, brouillon)
  await inscrireReponses(e.tx, id, brouillon.reponses)
  await changerTache(e.tx, id, {
    etat: 'repondue',
    repondueA: e.now,
    reponduePar: agentIdDe(e),
    repondantNom: brouillon.nom.trim(),
    repondantFonction: brouillon.fonction.trim(),
    reponse: brouillon.reponse,
  })
  await supprimerBrouillon(e.tx, id)
  await verserLaTache(e.tx, id, tache.dossierId)
  const repondue = await obtenirTache(e.tx, id)
  await suivreLAttente(e.tx, repondue)
  await indexerTache(e.tx, repondue)
  const comment = parUnRemplacant ? { comment: 'par son remplaçant' } : {}
  await noterLeFait(e, repondue, 'tache-repondue', comment)
  return repondue
}

function exigerUneReponse(tache: TacheEnBase, brouillon: Parameters<typeof refusDEnvoyer>[1]): void {
  const champs = Object.fromEntries(
    Object.entries(refusDEnvoyer(tache.nature, brouillon)).map(([champ, { code }]) => [
      champ,
      REFUS_DES_TACHES[code],
    ]),
  )
  if (Object.keys(champs).length > 0) throw new AppError('invalid', { champs })
}
