import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useOperation } from '#platform/web/query.ts'
import { contract, type PersonneVue } from '../contract.ts'
import { nomComplet } from './identite.ts'
import classes from './personnes.module.css'
import { type Complement, distinction } from './personnes-connues.tsx'

const NOUVELLE = 'nouvelle'

export interface RechercheDePersonneProps {
  readonly id: string
  readonly label: string
  readonly error: string | undefined
  readonly onChoisir: (personne: PersonneVue) => void
  readonly onCreer: (texte: string) => void
  readonly autoFocus?: boolean
  readonly complement?: Complement | undefined
}

/** Search as you type among known people; a name that is nobody's becomes a new person, on Enter or on leaving the field. */
export function RechercheDePersonne(props: RechercheDePersonneProps) {
  const { id, label, error, onChoisir, onCreer, autoFocus = false, complement } = props
  const [texte, setTexte] = useState('')
  const [cherche] = useDebouncedValue(texte.trim(), 250)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const lecture = useOperation(contract.chercher, { texte: cherche }, { enabled: cherche.length >= 2 })
  const trouvees = cherche.length >= 2 ? (lecture.data?.personnes ?? []) : []
  const choisir = (valeur: string): void => {
    const personne = trouvees.find((une) => une.id === valeur)
    combobox.closeDropdown()
    if (personne === undefined) onCreer(texte)
    else onChoisir(personne)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choisir}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={id}
          label={label}
          error={error}
          value={texte}
          placeholder="Nom, prénom ou courriel"
          autoComplete="off"
          autoFocus={autoFocus}
          rightSection={lecture.isFetching ? <Loader size={16} aria-label="Recherche en cours" /> : null}
          onChange={(e) => {
            setTexte(e.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onFocus={() => texte !== '' && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            if (texte.trim() !== '') onCreer(texte)
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={texte.trim() === ''}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Personnes">
          {trouvees.map((personne) => (
            <Combobox.Option key={personne.id} value={personne.id}>
              <span className={classes['option']}>
                <strong>{nomComplet(personne)}</strong>
                <span className={classes['distinction']}>{distinction(personne)}</span>
                {complement?.(personne, trouvees, 'choix')}
              </span>
            </Combobox.Option>
          ))}
          <Combobox.Option value={NOUVELLE}>
            <span className={classes['option']}>
              <span>
                Nouvelle personne&nbsp;: <strong>{texte.trim()}</strong>
              </span>
            </span>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
