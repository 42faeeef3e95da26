import { MultiSelect } from '@mantine/core'
import classes from './dossier.module.css'
import { grouperParPole, useOptionsDeServices } from './options-de-services.tsx'

export interface ChampServicesProps {
  readonly id?: string
  readonly error?: string | undefined
  readonly label?: string
  readonly description?: string | undefined
  readonly valeur: readonly string[]
  readonly onChange: (services: string[]) => void
}

/** Services concerned: found by name or code, without accents, grouped by pole. */
export function ChampServices({
  id,
  error,
  label = 'Services concernés',
  description,
  valeur,
  onChange,
}: ChampServicesProps) {
  const { toutes, filter, renderOption } = useOptionsDeServices()
  return (
    <MultiSelect
      {...(id === undefined ? {} : { id })}
      label={label}
      description={description}
      error={error}
      placeholder={valeur.length === 0 ? 'Nom ou code du service' : ''}
      searchable
      hidePickedOptions
      classNames={{ input: classes['boite'] ?? '', inputField: classes['champ-dans-un-champ'] ?? '' }}
      clearSearchOnChange
      maxDropdownHeight={320}
      data={grouperParPole(toutes, valeur)}
      value={[...valeur]}
      onChange={onChange}
      nothingFoundMessage="Aucun service de ce nom ni de ce code."
      clearButtonProps={{ 'aria-label': 'Retirer tous les services' }}
      filter={filter}
      renderOption={renderOption}
    />
  )
}
