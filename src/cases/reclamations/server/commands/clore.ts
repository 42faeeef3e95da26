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
import { refuserSi } from '../../domain/refuser.ts'
import { griefsDeLaReponsePartie, refusDeClore } from '../../domain/reponse.ts'
import { situationDe } from '../../domain/situation.ts'
import { griefConclu } from '../courriers/griefs-conclus.ts'
import { obtenirReclamation } from '../store.ts'
import { listerGriefs } from '../store-griefs.ts'

type Op = typeof contract.clore

/** Closes a complaint that was answered, each grief with its finding and its words. */
export async function clore(ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id })
  const faits = await listerFaits(ctx.tx, id)
  const { griefs } = await listerGriefs(ctx.tx, id)
  const situation = situationDe(dossier.etat, faits, true)
  refuserSi(refusDeClore(situation, griefs.map(griefConclu), griefsDeLaReponsePartie(faits)))
  const nouvelle = await changerEtat(ctx, id, reclamation, 'clos')
  await enregistrerFait(ctx, id, reclamation, { code: 'reclamation-close', survenuLe: aujourdHui(ctx) })
  return { id, version: nouvelle }
}
