import { type ComboboxItem, type ComboboxParsedItem, Select } from '@mantine/core'
import { useMemo } from 'react'
import { chercherMotifs } from '../domain/motifs.ts'
import { libelleDuMotif, TYPOLOGIE_COURANTE } from '../domain/typologies.ts'

export interface ChampMotifProps {
  readonly id: string
  readonly error: string | undefined
  readonly valeur: string | null
  /** the motif already coded, kept in the list even when it is no longer in it */
  readonly actuel: { readonly code: string; readonly typologie: string } | null
  readonly onChange: (motif: string | null) => void
}

const tous = TYPOLOGIE_COURANTE.familles.map(({ libelle, motifs }) => ({
  group: libelle,
  items: motifs.map((motif) => ({ value: motif.code, label: motif.libelle })),
}))

function garder(options: readonly ComboboxParsedItem[], trouves: ReadonlySet<string>): ComboboxParsedItem[] {
  const garde = ({ value }: ComboboxItem): boolean => trouves.has(value)
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return garde(option) ? [option] : []
    const items = option.items.filter(garde)
    return items.length === 0 ? [] : [{ ...option, items }]
  })
}

/** The motif, found by its words or by those people use for it, without accents. */
export function ChampMotif({ id, error, valeur, actuel, onChange }: ChampMotifProps) {
  const data = useMemo(() => {
    const connu =
      actuel === null || tous.some(({ items }) => items.some(({ value }) => value === actuel.code))
    if (connu) return tous
    const { code, typologie } = actuel
    const { libelle } = libelleDuMotif(code, typologie)
    return [{ group: `Liste ${typologie}`, items: [{ value: code, label: libelle }] }, ...tous]
  }, [actuel])
  return (
    <Select
      id={id}
      error={error}
      label="Motif"
      placeholder="Un mot : attente, sonnette, repas…"
      searchable
      openOnFocus={false}
      maxDropdownHeight={340}
      data={data}
      value={valeur}
      onChange={onChange}
      nothingFoundMessage="Aucun motif de ce nom. Chaque famille a une ligne « Autre »."
      filter={({ options, search }) => {
        const trouves = chercherMotifs(TYPOLOGIE_COURANTE, search).flatMap((famille) =>
          famille.motifs.map((motif) => motif.code),
        )
        return garder(options, new Set(trouves))
      }}
    />
  )
}
