import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { criteresGardes } from './contract-listes.ts'
import { COLONNES, COLONNES_MAX, COLONNES_PAR_DEFAUT } from './domain/colonnes.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { listerListesEnBase } from './store-listes-enregistrees.ts'

/** One's own lists and those of the department. What a later version no longer knows is left out of them. */
export const listerListes =
  (d: DependancesDesDossiers) =>
  async (ctx: Contexte): Promise<OutputOf<typeof contract.listerListes>> => {
    const { agentId, role } = agentDe(ctx)
    const regle = d.peut(role, 'dossiers.regler')
    const lues = await listerListesEnBase(ctx.tx, agentId)
    return {
      peutPartager: d.peut(role, 'dossiers.modifier'),
      listes: lues.map(({ criteres, colonnes, agentId: par, ...l }) => {
        const connues = COLONNES.filter((c) => colonnes.includes(c))
        const dansLOrdre = connues.toSorted((a, b) => colonnes.indexOf(a) - colonnes.indexOf(b))
        const gardes = criteresGardes.safeParse(criteres)
        return {
          ...l,
          estMienne: par === agentId,
          peutModifier: par === agentId || (l.estPartagee && regle),
          criteres: gardes.success ? gardes.data : criteresGardes.parse({}),
          colonnes: dansLOrdre.length === 0 ? [...COLONNES_PAR_DEFAUT] : dansLOrdre.slice(0, COLONNES_MAX),
        }
      }),
    }
  }
