import { noterEnvoiDuCourrier } from '#core/courriers/index.ts'
import {
  aujourdHui,
  changerEtat,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { silenceDe } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi, refusDeLettre, refusDeNoterEnvoi } from '../../domain/rules.ts'
import { lettrePreparee, situationDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'
import { listerProvenances } from '../store-transmissions.ts'

type Op = typeof contract.noterEnvoi

/** Records the day the acknowledgement left: the fact that holds its deadline. */
export async function noterEnvoi(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, courrierId, envoyeLe } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id, objectId: courrierId })
  const faits = await listerFaits(ctx.tx, id)
  refuserSi(refusDeNoterEnvoi(situationDe(dossier.etat, faits, true)))
  refuserSi(refusDeDateDEnvoi(envoyeLe, dossier.recuLe, aujourdHui(ctx)), 'envoyeLe')
  const lettre = lettrePreparee(faits, courrierId)
  const { departLe } = silenceDe(dossier.recuLe, await listerProvenances(ctx.tx, id))
  const dates = { recuLe: dossier.recuLe, silenceDepuis: departLe }
  refuserSi(refusDeLettre(lettre, envoyeLe, dates), 'envoyeLe')
  const courrier = await noterEnvoiDuCourrier(ctx.tx, { id: courrierId, dossierId: id, envoyeLe })
  if (courrier === null) return refuserSi({ code: 'courrier-inconnu' })
  const version = await changerEtat(ctx, id, reclamation, dossier.etat === 'recu' ? 'accuse' : dossier.etat)
  await enregistrerFait(ctx, id, reclamation, {
    code:
      courrier.canal === 'papier' ? 'accuse-reception-papier-envoye' : 'accuse-reception-electronique-envoye',
    survenuLe: envoyeLe,
    details: { courrierId },
  })
  return { id, version }
}
