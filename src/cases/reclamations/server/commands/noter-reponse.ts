import { abandonnerLesCourriers, type DependancesDesCourriers } from '#core/courriers/index.ts'
import {
  aujourdHui,
  changerEtat,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import { rattacherPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { CODE_DE_LA_REPONSE, griefsDeLaReponsePartie, refusDEnvoyerUneReponse } from '../../domain/reponse.ts'
import { refusDeDateDEnvoi } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { griefConclu } from '../courriers/griefs-conclus.ts'
import { obtenirReclamation } from '../store.ts'
import { listerGriefs } from '../store-griefs.ts'

type Op = typeof contract.noterReponse

/**
 * Records an answer that left outside the application: the exception, for a file begun elsewhere. Its copy is kept, since
 * nothing here can say what it told. A letter of ours in progress is given up: the person is answered once.
 */
export function noterReponse(d: DependancesDesCourriers) {
  return async (ctx: Contexte, { id, version, envoyeeLe, pieces }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await verrouillerDossier(ctx.tx, id, version)
    await obtenirReclamation(ctx.tx, id)
    ctx.about({ dossierId: id })
    const personnes = await listerPersonnesDuDossier(ctx.tx, id)
    const faits = await listerFaits(ctx.tx, id)
    const aUnAuteur = personnes.some((p) => p.role === 'auteur')
    const { griefs } = await listerGriefs(ctx.tx, id)
    const situation = situationDe(dossier.etat, faits, aUnAuteur)
    refuserSi(refusDEnvoyerUneReponse(situation, griefs.map(griefConclu), griefsDeLaReponsePartie(faits)))
    refuserSi(refusDeDateDEnvoi(envoyeeLe, dossier.recuLe, aujourdHui(ctx)), 'envoyeeLe')
    await rattacherPieces(ctx.tx, ctx.principal, pieces, id)
    const motif = 'Réponse partie hors de Porte-voix.'
    await abandonnerLesCourriers(ctx, d, { dossierId: id, courriers: { code: CODE_DE_LA_REPONSE }, motif })
    const nouvelle = await changerEtat(ctx, id, reclamation, 'repondu')
    await enregistrerFait(ctx, id, reclamation, {
      code: 'reponse-envoyee',
      survenuLe: envoyeeLe,
      details: { precision: 'partie hors de Porte-voix, copie déposée', pieces },
    })
    return { id, version: nouvelle }
  }
}
