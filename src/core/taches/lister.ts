import { aujourdHui, obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { lireCibles } from './cibles.ts'
import type { contract, TacheVue } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { jourPropose } from './domain/dates.ts'
import { listerTachesDuDossier } from './store.ts'
import { lireTousLesDetails, type Moment, vueDuService } from './vues.ts'

type Op = typeof contract.lister

/** The requests of a dossier, oldest first, with answers and pieces. Five statements; four less when there is none. */
export async function listerTaches(tx: Tx, dossierId: string, moment: Moment): Promise<TacheVue[]> {
  const taches = await listerTachesDuDossier(tx, dossierId)
  const details = await lireTousLesDetails(tx, taches)
  return taches.map((tache) => vueDuService(tache, details, moment))
}

/** What a dossier asked of services. Seven statements. */
export const lister =
  ({ courriel }: Pick<DependancesDesTaches, 'courriel'>) =>
  async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    await obtenirDossier(ctx.tx, id, null)
    ctx.about({ dossierId: id })
    const cibles = await lireCibles(ctx.tx, agentDe(ctx).etablissementId)
    const jour = aujourdHui(ctx)
    const taches = await listerTaches(ctx.tx, id, { aujourdHui: jour, maintenant: ctx.now, cibles })
    return { taches, jourPropose: jourPropose(jour, cibles), courrielIndisponible: courriel.unavailable }
  }
