import type { ComboboxItem, ComboboxParsedItem } from '@mantine/core'
import { useMemo } from 'react'
import type { StructureVue } from '#core/structures/contract.ts'
import { nomComplet, useStructures } from '#core/structures/web/index.ts'
import { searchKey } from '#platform/keys.ts'

interface Groupe {
  readonly group: string
  readonly items: { value: string; label: string }[]
}

/** Pole above a structure, itself when it is one. */
function poleDe(structure: StructureVue, parId: ReadonlyMap<string, StructureVue>): string {
  const mere = structure.parentId === null ? undefined : parId.get(structure.parentId)
  if (mere === undefined) return structure.nature === 'pole' ? structure.nom : 'Hors pôle'
  return poleDe(mere, parId)
}

/** Open structures by pole, those already chosen kept even when closed since. */
export function grouperParPole(toutes: readonly StructureVue[], choisies: readonly string[]): Groupe[] {
  const parId = new Map(toutes.map((une) => [une.id, une]))
  const groupes = new Map<string, Groupe>()
  for (const une of toutes) {
    if (une.fermeLe !== null && !choisies.includes(une.id)) continue
    const pole = poleDe(une, parId)
    const groupe = groupes.get(pole) ?? { group: pole, items: [] }
    groupe.items.push({
      value: une.id,
      label: une.nature === 'pole' ? `${une.nom} (tout le pôle)` : nomComplet(une, toutes),
    })
    groupes.set(pole, groupe)
  }
  return [...groupes.values()]
}

/** The option, or its group without what is left out. */
function filtrer(
  option: ComboboxParsedItem,
  garde: (item: ComboboxItem) => boolean,
): readonly ComboboxParsedItem[] {
  if (!('group' in option)) return garde(option) ? [option] : []
  const items = option.items.filter(garde)
  return items.length === 0 ? [] : [{ ...option, items }]
}

/** What a field of services shows and finds: by name or code, without accents, grouped by pole. */
export function useOptionsDeServices() {
  const toutes = useStructures()
  const cles = useMemo(
    () => new Map(toutes.map((une) => [une.id, searchKey(`${une.nom} ${une.code}`)])),
    [toutes],
  )
  const codes = useMemo(() => new Map(toutes.map((une) => [une.id, une.code])), [toutes])
  return {
    toutes,
    filter: ({ options, search }: { options: ComboboxParsedItem[]; search: string }) => {
      const mots = searchKey(search).split(' ')
      // Each word starts a word of the name or of the code: « urg » finds the emergencies, not surgery.
      const garde = ({ value }: ComboboxItem): boolean =>
        mots.every((mot) => ` ${cles.get(value) ?? ''}`.includes(` ${mot}`))
      return options.flatMap((option) => filtrer(option, garde))
    },
    renderOption: ({ option }: { option: ComboboxItem }) => (
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12, width: '100%' }}>
        <span>{option.label}</span>
        <span className="pv-muted pv-small">{codes.get(option.value)}</span>
      </span>
    ),
  }
}
