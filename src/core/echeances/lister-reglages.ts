import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { REGLAGES, refusDeReglage } from './domain/reglages.ts'
import { listerDerniersReglages } from './store.ts'

type Op = typeof contract.listerReglages

/** Every setting, its value in force, its default, and when the establishment last chose. */
export async function listerReglages(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const choix = await listerDerniersReglages(ctx.tx, agentDe(ctx).etablissementId)
  const reglages = Object.values(REGLAGES).map(({ code, libelle, unite, famille, valeurParDefaut }) => {
    const choisi = choix.find((c) => c.code === code && refusDeReglage(code, c.valeur) === null)
    return {
      ...{ code, libelle, unite, famille, valeurParDefaut },
      valeur: choisi?.valeur ?? valeurParDefaut,
      modifieA: choisi?.enregistreA.toISOString() ?? null,
    }
  })
  return { reglages }
}
