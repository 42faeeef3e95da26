import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { refusDeRetirer } from './domain/consentement.ts'
import { REFUS_DE_CONSENTEMENT } from './domain/labels.ts'
import { calculerJour, inscrireRetrait, verrouillerConsentement } from './store-consentements.ts'

type Op = typeof contract.retirerConsentement

/** Withdraws a consent from a day on; it stays readable. Throws `refused` when already withdrawn or not given yet. */
export async function retirerConsentement(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, retireLe } = entree
  const consentement = await verrouillerConsentement(ctx.tx, id)
  if (consentement === null) throw new AppError('not-found')
  const { dossierId } = consentement
  ctx.about({ objectId: id, ...(dossierId === null ? {} : { dossierId }) })
  const refus = refusDeRetirer(consentement, retireLe)
  if (refus !== null) {
    throw new AppError('refused', { refus: refus.code, message: REFUS_DE_CONSENTEMENT[refus.code] })
  }
  if (retireLe > (await calculerJour(ctx.tx, ctx.now, agentDe(ctx).fuseau))) {
    throw new AppError('invalid', { champs: { retireLe: 'La date du retrait est dans l’avenir.' } })
  }
  await inscrireRetrait(ctx.tx, id, retireLe)
  return {}
}
