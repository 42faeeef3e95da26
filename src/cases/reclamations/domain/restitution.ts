import { typographier } from '#core/echeances/domain/typographie.ts'
import type { Constat } from './griefs.ts'
import { conclusionEnMots, MESURES_D_ENSEMBLE } from './labels.ts'
import { mesureEnMots } from './reponse.ts'

interface GriefConclu {
  readonly id: string
  readonly rang: number
  readonly intitule: string
  readonly constat: Constat | null
  readonly reponse: string
  readonly service: { readonly id: string } | null
}

interface StructureRangee {
  readonly id: string
  readonly parentId: string | null
}

type Mesure = Parameters<typeof mesureEnMots>[0] & { readonly griefId: string | null }

/** The structure itself and everything above it. */
function lignee(id: string, structures: readonly StructureRangee[]): readonly string[] {
  const parents = new Map(structures.map((s) => [s.id, s.parentId]))
  const ids: string[] = []
  for (let s: string | null = id; s !== null && !ids.includes(s); s = parents.get(s) ?? null) ids.push(s)
  return ids
}

/**
 * The griefs a service reads: its own, those of its own units, and those of no service. Someone addressed by name reads them
 * all.
 */
export function griefsDuService<G extends GriefConclu>(
  griefs: readonly G[],
  structureId: string | null,
  structures: readonly StructureRangee[],
): readonly G[] {
  if (structureId === null) return griefs
  return griefs.filter(
    ({ service }) => service === null || lignee(service.id, structures).includes(structureId),
  )
}

const ceQuiChange = (mesures: readonly Mesure[]): string =>
  mesures.map((m) => `– ${mesureEnMots(m)}`).join('\n')

/** What a service reads of each grief: what was found, what the person was told, what changes. */
export function sujetsDeRestitution(
  dossierId: string,
  griefs: readonly GriefConclu[],
  mesures: readonly Mesure[],
): { sujetId: string; titre: string; citation: string }[] {
  const sujets = griefs.map(({ id, intitule, constat, reponse }) => ({
    sujetId: id,
    titre: intitule,
    citation: typographier(
      conclusionEnMots({ constat, reponse, mesures: ceQuiChange(mesures.filter((m) => m.griefId === id)) }),
    ),
  }))
  const communes = ceQuiChange(mesures.filter((m) => m.griefId === null))
  // a subject of the dossier itself: what changes whatever the grief
  return communes === ''
    ? sujets
    : [...sujets, { sujetId: dossierId, titre: MESURES_D_ENSEMBLE, citation: communes }]
}
