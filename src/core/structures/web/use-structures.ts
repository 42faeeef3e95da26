import { useOperation } from '#platform/web/query.ts'
import { contract, type NATURES_DE_STRUCTURE, type StructureVue } from '../contract.ts'

export const LIBELLES_DES_NATURES = {
  pole: 'Pôle',
  service: 'Service',
  uf: 'Unité fonctionnelle',
} as const satisfies Record<(typeof NATURES_DE_STRUCTURE)[number], string>

/** Name that tells a unit from its namesakes: « Hospitalisation, Cardiologie ». */
export function nomComplet(structure: StructureVue, toutes: readonly StructureVue[]): string {
  const parent = toutes.find(({ id }) => id === structure.parentId)
  return structure.nature !== 'uf' || parent === undefined ? structure.nom : `${structure.nom}, ${parent.nom}`
}

/** Every structure of the establishment, closed ones included; empty while it loads. Rarely changes. */
export function useStructures(): readonly StructureVue[] {
  return useOperation(contract.lister, {}, { staleTime: 5 * 60_000 }).data?.structures ?? []
}
