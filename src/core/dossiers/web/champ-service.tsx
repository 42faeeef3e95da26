import { Select } from '@mantine/core'
import type { ChampServicesProps } from './champ-services.tsx'
import { grouperParPole, useOptionsDeServices } from './options-de-services.tsx'

export interface ChampServiceProps extends Omit<ChampServicesProps, 'valeur' | 'onChange'> {
  readonly valeur: string | null
  readonly onChange: (service: string | null) => void
  /** services shown first: those the dossier already concerns */
  readonly dAbord?: readonly { readonly id: string; readonly nom: string }[]
}

/** One service, found like several. */
export function ChampService(props: ChampServiceProps) {
  const { id, error, label = 'Service', description, valeur, onChange, dAbord = [] } = props
  const { toutes, filter, renderOption } = useOptionsDeServices()
  const premiers = new Set(dAbord.map((un) => un.id))
  const autres = grouperParPole(toutes, valeur === null ? [] : [valeur]).map(({ group, items }) => ({
    group,
    items: items.filter(({ value }) => !premiers.has(value)),
  }))
  const data = [
    { group: 'Déjà concernés par le dossier', items: dAbord.map((un) => ({ value: un.id, label: un.nom })) },
    ...autres,
  ]
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      label={label}
      description={description}
      error={error}
      placeholder="Nom ou code du service"
      searchable
      clearable
      allowDeselect={false}
      maxDropdownHeight={320}
      data={data.filter(({ items }) => items.length > 0)}
      value={valeur}
      onChange={onChange}
      nothingFoundMessage="Aucun service de ce nom ni de ce code."
      clearButtonProps={{ 'aria-label': 'Retirer le service' }}
      filter={filter}
      renderOption={renderOption}
    />
  )
}
