import { ajouterService, aujourdHui, enregistrerFaitSeul, listerFaits } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { refusDeMotif, TYPOLOGIE_COURANTE } from '../../domain/typologies.ts'
import { verrouillerReclamation } from '../store.ts'
import { insererGrief } from '../store-griefs.ts'
import { exigerPassage } from './exiger-passage.ts'

type Op = typeof contract.qualifierGrief

/** Adds a grief. One line in the timeline a day, however many are coded. */
export async function qualifierGrief(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, motif, serviceId, gravite, intitule, passage } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ dossierId, objectId: id })
  refuserSi(refusDInstruire(dossier.estClos))
  refuserSi(refusDeMotif(motif, null), 'motif')
  await exigerPassage(ctx.tx, dossierId, passage)
  if (serviceId !== null) await ajouterService(ctx, dossier, serviceId, 'serviceId')
  const typologie = TYPOLOGIE_COURANTE.code
  const qualification = { motif, typologie, serviceId, gravite, intitule, passage }
  const creePar = agentDe(ctx).agentId
  const rang = await insererGrief(ctx.tx, { id, dossierId, creeA: ctx.now, creePar, ...qualification })
  const jour = aujourdHui(ctx)
  const faits = await listerFaits(ctx.tx, dossierId)
  if (!faits.some((f) => f.code === 'griefs-qualifies' && f.survenuLe === jour))
    await enregistrerFaitSeul(ctx, dossierId, { code: 'griefs-qualifies', survenuLe: jour })
  return { griefId: id, version: 1, rang }
}
