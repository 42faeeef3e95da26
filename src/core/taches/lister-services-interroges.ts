import { aujourdHui } from '#core/dossiers/index.ts'
import { debutDuJour } from '#core/echeances/domain/instant.ts'
import type { JourCivil } from '#core/echeances/domain/jour-civil.ts'
import { ajouterMois } from '#core/echeances/domain/jour-civil.ts'
import { type ActeurAgent, agentDe, type Contexte } from '#core/journal/index.ts'
import { listerStructures, type StructureEnBase } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import type { contract } from './contract.ts'
import type { ServiceInterroge } from './contract-services.ts'
import { HORS_STRUCTURE } from './domain/labels.ts'
import { compterARecommencer, compterParService } from './store-services.ts'

type Op = typeof contract.listerServicesInterroges

const MOIS = 12

function poleDe(
  id: string | null,
  structures: ReadonlyMap<string, StructureEnBase>,
): { readonly id: string; readonly nom: string } | null {
  const structure = id === null ? undefined : structures.get(id)
  if (structure === undefined) return null
  return poleDe(structure.parentId, structures) ?? { id: structure.id, nom: structure.nom }
}

/** What each service owes, the most late first. Two statements. */
export async function lireServicesInterroges(
  tx: Tx,
  { etablissementId, fuseau }: Pick<ActeurAgent, 'etablissementId' | 'fuseau'>,
  jour: JourCivil,
): Promise<ServiceInterroge[]> {
  const depuisA = debutDuJour(ajouterMois(jour, -MOIS), fuseau)
  const comptes = await compterParService(tx, { etablissementId, aujourdHui: jour, depuisA, fuseau })
  const structures = new Map((await listerStructures(tx)).map((s) => [s.id, s]))
  return comptes.map(({ structureId, nom, ...compte }) => ({
    id: structureId,
    nom: nom ?? HORS_STRUCTURE,
    pole: poleDe(structureId, structures),
    ...compte,
  }))
}

/** Three statements, whatever the number of services and of requests. */
export async function listerServicesInterroges(ctx: Contexte, _entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const agent = agentDe(ctx)
  return {
    services: await lireServicesInterroges(ctx.tx, agent, aujourdHui(ctx)),
    aReprendre: await compterARecommencer(ctx.tx, agent.etablissementId),
  }
}
