import {
  aujourdHui,
  changerEtat,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi, refusDeNoterReponse } from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'

type Op = typeof contract.noterReponse

/** Records the day the written answer left. */
export async function noterReponse(
  ctx: Contexte,
  { id, version, envoyeeLe }: InputOf<Op>,
): Promise<OutputOf<Op>> {
  const dossier = await verrouillerDossier(ctx.tx, id, version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id })
  const personnes = await listerPersonnesDuDossier(ctx.tx, id)
  const faits = await listerFaits(ctx.tx, id)
  refuserSi(
    refusDeNoterReponse(
      situationDe(
        dossier.etat,
        faits,
        personnes.some((p) => p.role === 'auteur'),
      ),
    ),
  )
  refuserSi(refusDeDateDEnvoi(envoyeeLe, dossier.recuLe, aujourdHui(ctx)), 'envoyeeLe')
  const nouvelle = await changerEtat(ctx, id, reclamation, 'repondu')
  await enregistrerFait(ctx, id, reclamation, { code: 'reponse-envoyee', survenuLe: envoyeeLe })
  return { id, version: nouvelle }
}
