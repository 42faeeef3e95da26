import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerStructures, type StructureEnBase } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import type { contract } from '../../contract.ts'
import { type CompteDEloges, compterEloges } from '../store-comptes.ts'

type Op = typeof contract.compter
export type Comptes = OutputOf<Op>

const RIEN = { recus: 0, transmis: 0 }
const enCompte = (compte: CompteDEloges | undefined): typeof RIEN =>
  compte === undefined ? RIEN : { recus: compte.recus, transmis: compte.transmis }

/** The structure at the top of another one. */
function racineDe(structure: StructureEnBase, parId: ReadonlyMap<string, StructureEnBase>): string {
  const dessus = structure.parentId === null ? undefined : parId.get(structure.parentId)
  return dessus === undefined ? structure.id : racineDe(dessus, parId)
}

/** How many, by pôle and by service, most thanked first. Two statements. */
export async function lireComptes(
  tx: Tx,
  a: { readonly etablissementId: string; readonly du: string; readonly au: string },
): Promise<Comptes> {
  const comptes = await compterEloges(tx, a)
  const structures = new Map((await listerStructures(tx)).map((s) => [s.id, s]))
  const un = (de: CompteDEloges['de'], id: string | null = null) =>
    comptes.find((c) => c.de === de && c.id === id)
  const cites = comptes.flatMap((c) => {
    const structure = c.de === 'service' && c.id !== null ? structures.get(c.id) : undefined
    return structure === undefined ? [] : [{ structure, ...enCompte(c) }]
  })
  const poles = [...new Set(cites.map(({ structure }) => racineDe(structure, structures)))].map((id) => ({
    id,
    nom: structures.get(id)?.nom ?? '',
    ...enCompte(un('pole', id)),
    services: cites
      .filter(({ structure }) => racineDe(structure, structures) === id)
      .map(({ structure, recus, transmis }) => ({ id: structure.id, nom: structure.nom, recus, transmis }))
      .toSorted(parNombre),
  }))
  return {
    total: enCompte(un('total')),
    sansService: enCompte(un('sans-service')),
    poles: poles.toSorted(parNombre),
  }
}

const parNombre = (
  a: { readonly recus: number; readonly nom: string },
  b: { readonly recus: number; readonly nom: string },
): number => b.recus - a.recus || a.nom.localeCompare(b.nom, 'fr')

/** How many praises came over a period. */
export const compter = (ctx: Contexte, { du, au }: InputOf<Op>): Promise<Comptes> =>
  lireComptes(ctx.tx, { etablissementId: agentDe(ctx).etablissementId, du, au })
