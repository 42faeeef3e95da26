import { ajouterService } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeToucherUnGrief } from '../../domain/griefs.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { refusDeMotif, TYPOLOGIE_COURANTE } from '../../domain/typologies.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerGrief, verrouillerGrief } from '../store-griefs.ts'
import { exigerPassage } from './exiger-passage.ts'

type Op = typeof contract.modifierGrief

/** Codes a grief again. One that keeps its motif keeps the version of the list it was coded with. */
export async function modifierGrief(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, griefId, motif, serviceId, gravite, intitule, passage } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: griefId })
  refuserSi(refusDInstruire(dossier.estClos))
  const grief = await verrouillerGrief(ctx.tx, { dossierId, id: griefId, version: entree.version })
  refuserSi(refusDeToucherUnGrief(grief.retrait !== null))
  refuserSi(refusDeMotif(motif, grief.motif), 'motif')
  await exigerPassage(ctx.tx, dossierId, passage)
  if (serviceId !== null) await ajouterService(ctx, dossier, serviceId, 'serviceId')
  const typologie = motif === grief.motif ? grief.typologie : TYPOLOGIE_COURANTE.code
  const qualification = { motif, typologie, serviceId, gravite, intitule, passage }
  return { griefId, version: await changerGrief(ctx.tx, griefId, { qualification }) }
}
