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
import { FAITS_DE_DEMANDE } from '../../domain/provenance.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi } from '../../domain/rules.ts'
import { dernierFaitDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'

type Op = typeof contract.noterExplications

/** Records the day the explanations left for the authority that wanted them. */
export async function noterExplications(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, provenanceId, envoyeesLe } = entree
  await verrouillerDossier(ctx.tx, id, entree.version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id, objectId: provenanceId })
  const faits = await listerFaits(ctx.tx, id)
  const demande = dernierFaitDe(faits, FAITS_DE_DEMANDE, ['provenanceId', provenanceId])
  if (demande === undefined) return refuserSi({ code: 'pas-d-explications-demandees' })
  if (dernierFaitDe(faits, ['explications-envoyees'], ['provenanceId', provenanceId]) !== undefined)
    return refuserSi({ code: 'explications-deja-envoyees' })
  refuserSi(refusDeDateDEnvoi(envoyeesLe, demande.survenuLe, aujourdHui(ctx)), 'envoyeesLe')
  const version = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFait(ctx, id, reclamation, {
    code: 'explications-envoyees',
    survenuLe: envoyeesLe,
    details: { provenanceId, concerne: demande.id },
  })
  return { id, version }
}
