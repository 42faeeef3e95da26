import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { CourrierVu } from './contract.ts'
import { REFUS_DES_COURRIERS } from './domain/labels.ts'
import { canalDe } from './lister-courriers.ts'
import { type Envoi, ecrireEnvoi, trouverCourrier } from './store.ts'

/**
 * Records the day a letter left and gives its channel; null when the dossier has no such letter. Once only: `refused`
 * the second time, the day being corrected by a rectification of the fact.
 */
export async function noterEnvoiDuCourrier(
  tx: Tx,
  envoi: Envoi,
): Promise<{ code: string; canal: CourrierVu['canal'] } | null> {
  const courrier = await trouverCourrier(tx, envoi.id, envoi.dossierId)
  if (courrier === null) return null
  if (!(await ecrireEnvoi(tx, envoi))) {
    throw new AppError('refused', {
      refus: 'courrier-deja-envoye',
      message: REFUS_DES_COURRIERS['courrier-deja-envoye'],
    })
  }
  return { code: courrier.code, canal: canalDe(courrier.canal) }
}
