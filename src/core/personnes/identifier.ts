import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { REFUS_D_IDENTIFIER, REFUS_DE_MATRICULE } from './domain/labels.ts'
import { ecrireMatricule, lireMatricule } from './domain/nir.ts'
import { verrouillerPersonne } from './store.ts'
import { ecrireMatriculeEnBase, estPatient, supprimerMatricule } from './store-identifiants.ts'

type Op = typeof contract.identifier

/**
 * Records the INS or NIR of a patient, its key checked, or erases it. Refused for whoever is no patient: it identifies the
 * person cared for, never the one who writes. @source CSP, art. L. 1111-8-1
 */
export async function identifier(ctx: Contexte, { id, matricule }: InputOf<Op>): Promise<OutputOf<Op>> {
  const { agentId, etablissementId } = agentDe(ctx)
  if ((await verrouillerPersonne(ctx.tx, id)) === null) throw new AppError('not-found')
  const estEfface = matricule.trim() === ''
  ctx.about({ objectId: id, details: { estEfface } })
  if (estEfface) {
    await supprimerMatricule(ctx.tx, id)
    return {}
  }
  if (!(await estPatient(ctx.tx, id)))
    throw new AppError('refused', {
      refus: 'pas-un-patient',
      message: REFUS_D_IDENTIFIER['pas-un-patient'],
    })
  const lecture = lireMatricule(matricule)
  if ('refus' in lecture)
    throw new AppError('invalid', { champs: { matricule: REFUS_DE_MATRICULE[lecture.refus.code] } })
  await ecrireMatriculeEnBase(ctx.tx, {
    personneId: id,
    etablissementId,
    matricule: ecrireMatricule(lecture.matricule),
    enregistreA: ctx.now,
    agentId,
  })
  return {}
}
