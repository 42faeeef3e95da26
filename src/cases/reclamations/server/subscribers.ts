import type { AbonneDeCourrier, AbonnesDesCourriers, EnvoiDeCourrier } from '#core/courriers/index.ts'
import {
  changerEtat,
  type Ecriture,
  enregistrerFait,
  listerFaits,
  obtenirDossier,
} from '#core/dossiers/index.ts'
import { reclamation } from '../domain/definition.ts'
import { refuserSi } from '../domain/refuser.ts'
import { refusDEnvoyerLAccuse, refusDeDateDEnvoi, refusDeLettre } from '../domain/rules.ts'
import { lettrePreparee, situationDe } from '../domain/situation.ts'
import { accuseReception } from './courriers/accuse-reception.ts'

/** Refuses before the acknowledgement leaves: already gone, or telling a day of receipt corrected since. */
async function refuserLEnvoiDeLAccuse(e: Ecriture, envoi: EnvoiDeCourrier): Promise<void> {
  const { dossierId, courrierId, envoyeLe } = envoi
  const dossier = await obtenirDossier(e.tx, dossierId, null)
  const faits = await listerFaits(e.tx, dossierId)
  refuserSi(refusDEnvoyerLAccuse(situationDe(dossier.etat, faits, true)))
  refuserSi(refusDeDateDEnvoi(envoyeLe, dossier.recuLe), 'envoyeLe')
  refuserSi(refusDeLettre(lettrePreparee(faits, courrierId), dossier.recuLe), 'envoyeLe')
}

/** The fact that holds the deadline of the acknowledgement. */
async function accuseEnvoye(e: Ecriture, envoi: EnvoiDeCourrier): Promise<{ faitId: string }> {
  const { dossierId, courrierId, envoyeLe, mode } = envoi
  const { etat } = await obtenirDossier(e.tx, dossierId, null)
  await changerEtat(e, dossierId, reclamation, etat === 'recu' ? 'accuse' : etat)
  const faitId = await enregistrerFait(e, dossierId, reclamation, {
    code: mode === 'courriel' ? 'accuse-reception-electronique-envoye' : 'accuse-reception-papier-envoye',
    survenuLe: envoyeLe,
    details: { courrierId, mode },
  })
  return { faitId }
}

/** What a complaint does of its letters when they leave. */
export const abonnesDesReclamations: AbonnesDesCourriers = {
  [accuseReception.code]: {
    refuserLEnvoi: refuserLEnvoiDeLAccuse,
    envoye: accuseEnvoye,
  } satisfies AbonneDeCourrier,
}
