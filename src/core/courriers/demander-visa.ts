import { peutTravaillerSurLeDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, verrouillerCourrier } from './ouvrir-courrier.ts'
import { exigerLActualite } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion } from './situation.ts'
import { annulerVisasEnAttente, insererVisa } from './store-vie.ts'

type Op = typeof contract.demanderVisa

/** Asks someone to approve the last version. Asked again of someone else, the first request no longer waits. */
export const demanderVisa =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, 'demanderVisa')
    const { courrier, dossier } = ouvert
    ctx.about({ dossierId: dossier.id, objectId: courrier.id })
    await exigerLActualite(ctx, d, ouvert)
    const { agentId: moi } = agentDe(ctx)
    if (entree.agentId === moi) refuserSi('visa-a-soi', 'agentId')
    if (entree.agentId === derniereVersion(courrier).produitPar) refuserSi('viseur-auteur', 'agentId')
    if (!(await peutTravaillerSurLeDossier(ctx.tx, dossier, entree.agentId)))
      refuserSi('viseur-sans-acces', 'agentId')
    await annulerVisasEnAttente(ctx.tx, courrier.id, ctx.now)
    await insererVisa(ctx.tx, {
      id: uuidv7(ctx.now.getTime()),
      courrierId: courrier.id,
      dossierId: dossier.id,
      versionId: derniereVersion(courrier).id,
      agentId: entree.agentId,
      message: entree.message.trim(),
      demandeA: ctx.now,
      demandePar: moi,
    })
    await noterAuDossier(ctx, ouvert, { code: 'visa-demande', details: { agentId: entree.agentId } })
    return avancer(ctx, d, ouvert)
  }
