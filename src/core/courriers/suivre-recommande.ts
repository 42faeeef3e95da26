import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { refusDeSuite } from './domain/rules.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { refuserSi } from './refuser.ts'
import { envoiDebout } from './situation.ts'
import { ecrireSuite } from './store-envois.ts'

type Op = typeof contract.suivreRecommande

/** What the post did of a registered letter, and when. Recorded again, the day is corrected. */
export const suivreRecommande =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, null)
    const { courrier, dossier } = ouvert
    const { suite, le } = entree
    ctx.about({ dossierId: dossier.id, objectId: courrier.id, details: { suite } })
    const envoi = envoiDebout(courrier)
    if (envoi === null || envoi.mode !== 'recommande' || envoi.envoyeLe === null)
      return refuserSi('recommande-sans-envoi')
    const { deposeLe, aviseLe, distribueLe, retourneLe, envoyeLe } = envoi
    const suivis = { depose: deposeLe, avise: aviseLe, distribue: distribueLe, retourne: retourneLe }
    refuserSi(refusDeSuite(suite, le, { envoyeLe, suivis }, aujourdHui(ctx)), 'le')
    await ecrireSuite(ctx.tx, envoi.id, suite, le)
    await noterAuDossier(ctx, ouvert, { code: `recommande-${suite}`, survenuLe: le })
    return avancer(ctx, d, ouvert)
  }
