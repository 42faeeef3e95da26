export type NatureDeStructure = 'pole' | 'service' | 'uf'

/** Where a structure may hang, null being the establishment itself. */
const PARENTS: Readonly<Record<NatureDeStructure, readonly (NatureDeStructure | null)[]>> = {
  pole: [null],
  service: [null, 'pole'],
  uf: ['service'],
}

export type CodeDeRefusDeRattacher =
  | 'pole-a-la-racine'
  | 'service-sous-un-pole'
  | 'uf-sous-un-service'
  | 'parent-ferme'

const REFUS_PAR_NATURE: Readonly<Record<NatureDeStructure, CodeDeRefusDeRattacher>> = {
  pole: 'pole-a-la-racine',
  service: 'service-sous-un-pole',
  uf: 'uf-sous-un-service',
}

/** Why a structure cannot hang there, or null: UF under a service, service under a pôle or at the root, pôle at the root. */
export function refusDeRattacher(
  nature: NatureDeStructure,
  parent: { readonly nature: NatureDeStructure; readonly fermeLe: string | null } | null,
): { readonly code: CodeDeRefusDeRattacher } | null {
  if (!PARENTS[nature].includes(parent?.nature ?? null)) return { code: REFUS_PAR_NATURE[nature] }
  return parent !== null && parent.fermeLe !== null ? { code: 'parent-ferme' } : null
}
