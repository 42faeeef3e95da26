import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useId, useState } from 'react'
import type { CreationEntry, NavigationEntry } from '#platform/web/page-definition.ts'
import { useListNavigation } from '#platform/web/use-list-navigation.ts'
import classes from './palette.module.css'
import { type PaletteItem, usePaletteItems } from './palette-items.ts'

export interface PaletteProps {
  readonly mode: 'closed' | 'search' | 'new'
  readonly onClose: () => void
  readonly entries: readonly NavigationEntry[]
  readonly creations: readonly CreationEntry[]
}

/** Everything from the keyboard: find a dossier, go to a screen, start a dossier. */
export function Palette({ mode, onClose, entries, creations }: PaletteProps) {
  return (
    <Modal
      opened={mode !== 'closed'}
      onClose={onClose}
      withCloseButton={false}
      size={640}
      padding={0}
      yOffset="10vh"
      centered={false}
      title={mode === 'new' ? 'Nouveau dossier' : 'Chercher ou aller à'}
      classNames={{ header: 'pv-sr' }}
    >
      {mode !== 'closed' && (
        <PaletteContent mode={mode} onClose={onClose} entries={entries} creations={creations} />
      )}
    </Modal>
  )
}

function PaletteContent({ mode, onClose, entries, creations }: PaletteProps) {
  const [text, setText] = useState('')
  const [searched] = useDebouncedValue(text, 180)
  const listId = useId()
  const { items, loading } = usePaletteItems({
    text,
    searched,
    entries: mode === 'new' ? [] : entries,
    creations,
    searches: mode === 'search',
  })
  const open = (rank: number): void => {
    const item = items[rank]
    if (item === undefined) return
    onClose()
    item.open()
  }
  const list = useListNavigation(items.length, {
    onOpen: open,
    onMove: (rank) => document.getElementById(`${listId}-${rank}`)?.scrollIntoView({ block: 'nearest' }),
  })
  const active = Math.min(Math.max(list.active, 0), items.length - 1)
  const onKeyDown = (event: KeyboardEvent): void => {
    // Home and End belong to the text being typed.
    if (event.key === 'Home' || event.key === 'End') return
    if (event.key === 'Enter' && list.active < 0) {
      event.preventDefault()
      open(active)
      return
    }
    list.onKeyDown(event)
  }
  return (
    <>
      <div className={classes['field']}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="m12.2 12.2 4 4" stroke="currentColor" strokeWidth="1.8" />
        </svg>
        <input
          type="text"
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={mode === 'new' ? 'Nouveau dossier' : 'Chercher une personne, un dossier, une page'}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          placeholder={mode === 'new' ? 'Nouveau…' : 'Une personne, un numéro, un mot, une page…'}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            list.setActive(-1)
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Échap</kbd>
      </div>
      <PaletteList id={listId} items={items} active={active} onOpen={open} />
      <p className={classes['status']} role="status">
        {message(loading, items.length, text)}
      </p>
    </>
  )
}

function message(loading: boolean, count: number, text: string): string {
  if (loading) return 'Recherche…'
  if (count === 0)
    return text.trim() === ''
      ? ''
      : 'Rien trouvé. Essayez un autre mot, ou une partie du nom : les accents ne comptent pas.'
  return 'Flèches pour choisir, Entrée pour ouvrir.'
}

interface PaletteListProps {
  readonly id: string
  readonly items: readonly PaletteItem[]
  readonly active: number
  readonly onOpen: (rank: number) => void
}

function PaletteList({ id, items, active, onOpen }: PaletteListProps) {
  return (
    <div id={id} role="listbox" aria-label="Propositions" className={classes['list']}>
      {items.map((item, rank) => (
        <div key={item.key}>
          {item.group !== items[rank - 1]?.group && (
            <div className={classes['group']} aria-hidden="true">
              {item.group}
            </div>
          )}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field */}
          <div
            id={`${id}-${rank}`}
            role="option"
            aria-selected={rank === active}
            className={classes['option']}
            onClick={() => onOpen(rank)}
          >
            <span className={classes['label']}>{item.label}</span>
            {item.detail !== null && <span className={classes['detail']}>{item.detail}</span>}
          </div>
        </div>
      ))}
    </div>
  )
}
