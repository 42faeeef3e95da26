import { type Ecriture, verrouillerDossier } from '#core/dossiers/index.ts'
import { agentIdDe } from '#core/journal/index.ts'
import { verserLaTache } from '#core/pieces/index.ts'
import { AppError } from '#platform/errors.ts'
import { suivreLAttente } from './attente.ts'
import { lireBrouillon } from './brouillon.ts'
import { REFUS_DES_TACHES, refusDEnvoyer, refusSiFinie } from './domain/rules.ts'
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

/**
 * Sends the draft of a service as it was read over: texts, who answers, pieces, the fact, and the wait that ends. Sent twice,
 * it is sent once: the second call finds the first. Throws `stale` when the draft moved since, `invalid` by field when it
 * cannot be sent, `refused` when the request was cancelled.
 */
export async function envoyerReponse(e: Ecriture, id: string, versionRelue: number): Promise<TacheEnBase> {
  await verrouillerDossier(e.tx, await obtenirDossierDeLaTache(e.tx, id), null)
  const tache = await verrouillerTache(e.tx, id, null)
  if (tache.etat === 'repondue') return tache
  refuserSi(refusSiFinie(tache.etat))
  const brouillon = await lireBrouillon(e.tx, tache)
  if (brouillon.version !== versionRelue) {
    throw new AppError('stale', {
      message: 'Le texte de cette réponse a changé entre-temps. Relisez-le avant de l’envoyer.',
    })
  }
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
  await noterLeFait(e, repondue, 'tache-repondue')
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
