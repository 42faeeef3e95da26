import { nomsDesAgents } from '#core/agents/index.ts'
import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { estEnVigueur } from './domain/signataire.ts'
import { listerSignatairesEnBase } from './store-vie.ts'

type Op = typeof contract.listerSignataires

/** Who may sign letters, closed delegations included, newest first; and the letters one may be given. */
export const listerSignataires =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte): Promise<OutputOf<Op>> => {
    const signataires = await listerSignatairesEnBase(ctx.tx)
    const noms = await nomsDesAgents(
      ctx.tx,
      signataires.map(({ agentId }) => agentId),
    )
    const jour = aujourdHui(ctx)
    return {
      signataires: signataires.toReversed().map((s) => ({
        ...s,
        codes: s.codes === null ? null : [...s.codes],
        agent: s.agentId === null ? null : (noms.get(s.agentId) ?? null),
        estEnVigueur: estEnVigueur(s, jour),
      })),
      lettres: d.modeles.modeles
        .filter(({ signature }) => signature !== 'aucune')
        .map(({ code, libelle }) => ({ code, libelle })),
    }
  }
