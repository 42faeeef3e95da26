import { z } from 'zod'
import { useStructures } from '#core/structures/web/index.ts'
import type { ProblemError } from '#platform/web/problem-error.ts'
import type { ConflictingValue } from '#platform/web/version-conflict.tsx'
import { CONSTATS, type Constat, GRAVITES, type Gravite } from '../domain/griefs.ts'
import { LIBELLES_DES_CONSTATS, LIBELLES_DES_GRAVITES } from '../domain/labels.ts'
import { libelleDuMotif, TYPOLOGIE_COURANTE } from '../domain/typologies.ts'

const actuel = z.object({
  version: z.int(),
  motif: z.string(),
  typologie: z.string(),
  serviceId: z.string().nullable(),
  gravite: z.literal(GRAVITES),
  intitule: z.string(),
  citation: z.string(),
  constat: z.enum(CONSTATS).nullable(),
  motivation: z.string(),
  reponse: z.string(),
})
/** What the grief holds now, sent with a refused save. */
type GriefActuel = z.output<typeof actuel>

export interface QualificationSaisie {
  readonly motif: string | null
  readonly serviceId: string | null
  readonly gravite: Gravite | null
  readonly intitule: string
  readonly citation: string
}

/** Words of a finding, or that there is none. */
export const libelleDuConstat = (constat: Constat | null): string =>
  constat === null ? 'aucun' : LIBELLES_DES_CONSTATS[constat]

export const griefActuel = (problem: ProblemError | null): GriefActuel | null =>
  problem?.code === 'stale' ? (actuel.safeParse(problem.actuel).data ?? null) : null

/** Someone coded the same grief meanwhile: both values of each field. Null when nobody did. */
export function useConflitDeGrief(problem: ProblemError | null): {
  version: number
  valeurs: (miennes: QualificationSaisie) => readonly ConflictingValue[]
} | null {
  const structures = useStructures()
  const la = griefActuel(problem)
  if (la === null) return null
  const service = (id: string | null): string =>
    id === null ? 'aucun' : (structures.find((une) => une.id === id)?.nom ?? 'un service')
  const motif = (code: string | null, typologie: string): string =>
    code === null ? 'aucun' : libelleDuMotif(code, typologie).libelle
  const gravite = (niveau: Gravite | null): string =>
    niveau === null ? 'aucune' : `${niveau} ${LIBELLES_DES_GRAVITES[niveau].libelle}`
  return {
    version: la.version,
    valeurs: (miennes) => [
      { label: 'Titre', mine: miennes.intitule, current: la.intitule },
      {
        label: 'Motif',
        mine: motif(miennes.motif, miennes.motif === la.motif ? la.typologie : TYPOLOGIE_COURANTE.code),
        current: motif(la.motif, la.typologie),
      },
      { label: 'Service', mine: service(miennes.serviceId), current: service(la.serviceId) },
      { label: 'Gravité', mine: gravite(miennes.gravite), current: gravite(la.gravite) },
      { label: 'Passage', mine: miennes.citation, current: la.citation },
    ],
  }
}
