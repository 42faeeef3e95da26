import { MultiSelect } from '@mantine/core'
import type { StructureVue } from '../contract.ts'
import { LIBELLES_DES_NATURES, nomComplet, useStructures } from './use-structures.ts'

export interface ChampDesStructuresProps {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly error?: string | undefined
  readonly value: readonly string[]
  readonly onChange: (structures: readonly string[]) => void
  readonly placeholder?: string
}

const libelle = (structure: StructureVue, toutes: readonly StructureVue[]): string =>
  `${nomComplet(structure, toutes)} (${structure.code})`

/** Chooses structures by name or code, accents optional; closed ones stay only where they were already chosen. */
export function ChampDesStructures({ value, onChange, error, ...rest }: ChampDesStructuresProps) {
  const structures = useStructures()
  const open = structures.filter(({ id, fermeLe }) => fermeLe === null || value.includes(id))
  const groups = (['service', 'pole', 'uf'] as const).map((nature) => ({
    group: `${LIBELLES_DES_NATURES[nature]}s`,
    items: open
      .filter((structure) => structure.nature === nature)
      .map((structure) => ({ value: structure.id, label: libelle(structure, structures) })),
  }))
  return (
    <MultiSelect
      {...rest}
      error={error}
      data={groups.filter(({ items }) => items.length > 0)}
      value={[...value]}
      onChange={onChange}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage="Aucune structure de ce nom"
      clearButtonProps={{ 'aria-label': 'Retirer toutes les structures' }}
    />
  )
}
