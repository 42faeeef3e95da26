import type { Ecriture, Rectification } from '#core/dossiers/index.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { agentDe } from '#core/journal/index.ts'
import { refuserSi } from './refuser.ts'
import { redaterEnvoi, trouverEnvoiDuFait } from './store-envois.ts'

/**
 * The day of a fact that told a sending was corrected: the letter follows. `invalid` before it was written or signed, or
 * after what the post did of it.
 */
export async function envoiRectifie(
  e: Ecriture,
  {
    faitId,
    nouveauFaitId,
    survenuLe,
  }: Pick<Rectification, 'dossierId' | 'faitId' | 'nouveauFaitId' | 'survenuLe'>,
): Promise<void> {
  const envoi = await trouverEnvoiDuFait(e.tx, faitId)
  if (envoi === null) return
  if (survenuLe < jourDe(envoi.produitA, agentDe(e).fuseau)) refuserSi('envoi-avant-preparation', 'survenuLe')
  if (envoi.signeLe !== null && survenuLe < envoi.signeLe) refuserSi('envoi-avant-signature', 'survenuLe')
  if (envoi.suiviLe !== null && survenuLe > envoi.suiviLe) refuserSi('envoi-apres-suite', 'survenuLe')
  await redaterEnvoi(e.tx, envoi, { envoyeLe: survenuLe, faitId: nouveauFaitId })
}
