import { listerRemplaces } from '#core/agents/index.ts'
import {
  aujourdHui,
  type DependancesDesDossiers,
  listerDossiersConfies,
  versLigne,
} from '#core/dossiers/index.ts'
import { lireReglages } from '#core/echeances/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'

type Op = typeof contract.listerRemplacements

const DOSSIERS = 8

/** What colleagues who are away follow, for who stands in. Three statements, or one when nobody is away. */
export const listerRemplacements =
  ({ registre }: DependancesDesDossiers) =>
  async (ctx: Contexte): Promise<OutputOf<Op>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    const jour = aujourdHui(ctx)
    const remplaces = await listerRemplaces(ctx.tx, agentId, jour)
    if (remplaces.length === 0) return { remplacements: [] }
    const seuil = (await lireReglages(ctx.tx, etablissementId))['echeances.seuil-proche']
    const lecteur = { agentId, etablissementId, aujourdHui: jour }
    const ids = remplaces.map((r) => r.agentId)
    const confies = await listerDossiersConfies(ctx.tx, lecteur, ids, DOSSIERS + 1)
    const remplacements = remplaces.map((r) => {
      const siens = confies.filter(({ assigneA }) => assigneA === r.agentId)
      return {
        ...{ agentId: r.agentId, nom: r.nom, au: r.au },
        dossiers: siens.slice(0, DOSSIERS).map((d) => versLigne(d, registre, jour, seuil)),
        estCoupe: siens.length > DOSSIERS,
      }
    })
    return { remplacements }
  }
