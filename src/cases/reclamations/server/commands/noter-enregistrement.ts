import {
  aujourdHui,
  changerDossier,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi, refusDeNoterEnregistrement } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'

type Op = typeof contract.noterEnregistrement

/** Records the day the short electronic receipt left. @source CRPA, art. R. 112-11-2 */
export async function noterEnregistrement(
  ctx: Contexte,
  { id, version, envoyeLe }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id })
  const faits = await listerFaits(ctx.tx, id)
  refuserSi(refusDeNoterEnregistrement(situationDe(dossier.etat, faits, true)))
  refuserSi(refusDeDateDEnvoi(envoyeLe, dossier.recuLe, aujourdHui(ctx)), 'envoyeLe')
  const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFait(ctx, id, reclamation, { code: 'accuse-enregistrement-envoye', survenuLe: envoyeLe })
  return { id, version: nouvelle }
}
