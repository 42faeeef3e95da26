import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { exigerLActualite } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { visaCourant } from './situation.ts'
import { ecrireDecision } from './store-vie.ts'

type Op = typeof contract.rendreVisa

/** Approves the last version, or returns it with what is to be corrected. */
export const rendreVisa =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, 'rendreVisa')
    const { courrier, dossier } = ouvert
    const { decision } = entree
    ctx.about({ dossierId: dossier.id, objectId: courrier.id, details: { decision } })
    if (decision === 'donne') await exigerLActualite(ctx, d, ouvert)
    const visa = visaCourant(courrier)
    if (visa === null) return refuserSi('visa-non-demande')
    const commentaire = entree.commentaire.trim()
    await ecrireDecision(ctx.tx, visa.id, { decision, commentaire, decideA: ctx.now })
    await noterAuDossier(ctx, ouvert, {
      code: decision === 'donne' ? 'visa-donne' : 'visa-refuse',
      ...(commentaire === '' ? {} : { details: { texte: commentaire } }),
    })
    return avancer(ctx, d, ouvert)
  }
