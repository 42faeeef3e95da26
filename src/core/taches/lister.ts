import { aujourdHui, obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import type { contract, TacheVue } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { jourPropose } from './domain/dates.ts'
import { lireMoyens, manqueDe } from './moyens.ts'
import { listerTachesDuDossier } from './store.ts'
import { lireTousLesDetails, type Moment, vueDuService } from './vues.ts'

type Op = typeof contract.lister

/** The requests of a dossier, oldest first, with answers and pieces. Five statements; four less when there is none. */
export async function listerTaches(tx: Tx, dossierId: string, moment: Moment): Promise<TacheVue[]> {
  const taches = await listerTachesDuDossier(tx, dossierId)
  const details = await lireTousLesDetails(tx, taches)
  return taches.map((tache) => vueDuService(tache, details, moment))
}

/** What a dossier asked of services, and what the chase does next. Eight statements. */
export const lister =
  (d: Pick<DependancesDesTaches, 'courriel' | 'adresse'>) =>
  async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { estClos: dossierEstClos } = await obtenirDossier(ctx.tx, id, null)
    ctx.about({ dossierId: id })
    const lieu = { ...agentDe(ctx), maintenant: ctx.now }
    const moyens = await lireMoyens(ctx.tx, lieu, manqueDe(d))
    const jour = aujourdHui(ctx)
    const moment = { aujourdHui: jour, maintenant: ctx.now, moyens, dossierEstClos }
    const taches = await listerTaches(ctx.tx, id, moment)
    return {
      taches,
      jourPropose: jourPropose(jour, moyens.cibles),
      courrielIndisponible: d.courriel.unavailable,
    }
  }
