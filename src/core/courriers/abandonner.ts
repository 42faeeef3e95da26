import { agentDe, type Contexte } from '#core/journal/index.ts'
import { oublierLeTexte } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { abonneDe } from './abonnes.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { abandonnerCourriers } from './store-vie.ts'

type Op = typeof contract.abandonner

/** The letter will not leave; it stays in the dossier, with the reason. */
export const abandonner =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, 'abandonner')
    const { courrier, dossier } = ouvert
    ctx.about({ dossierId: dossier.id, objectId: courrier.id })
    const concerne = { dossierId: dossier.id, courrierId: courrier.id, code: courrier.code }
    await abonneDe(d.abonnes, courrier.code).refuserLAbandon?.(ctx, concerne)
    const motif = entree.motif.trim()
    await abandonnerCourriers(ctx.tx, [courrier.id], { a: ctx.now, par: agentDe(ctx).agentId, motif })
    await oublierLeTexte(ctx.tx, { dossierId: dossier.id, pieceId: courrier.pieceId })
    await noterAuDossier(ctx, ouvert, { code: 'courrier-abandonne', details: { texte: motif } })
    return avancer(ctx, d, ouvert)
  }
