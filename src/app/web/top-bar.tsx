import { Button, Menu } from '@mantine/core'
import type { EtatDeSession } from '#core/agents/web/index.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import type { CreationEntry } from '#platform/web/page-definition.ts'
import classes from './shell.module.css'
import { UserMenu } from './user-menu.tsx'

export interface TopBarProps {
  readonly session: NonNullable<EtatDeSession['session']>
  readonly creations: readonly CreationEntry[]
  readonly demonstration: boolean
  readonly onMenu: () => void
  readonly onSearch: () => void
}

/** Search, creation, and oneself. */
export function TopBar({ session, creations, demonstration, onMenu, onSearch }: TopBarProps) {
  const searches = session.permissions.includes('dossiers.consulter')
  return (
    <header className={classes['top']}>
      <div className={classes['bar']}>
        <button type="button" className={classes['menuButton']} onClick={onMenu} aria-label="Ouvrir le menu">
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M3 6h16M3 11h16M3 16h16" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
        <button
          type="button"
          className={classes['search']}
          onClick={onSearch}
          aria-keyshortcuts="Control+K /"
        >
          <span className={classes['searchText']}>
            {searches ? 'Chercher une personne, un dossier, un mot…' : 'Aller à une page…'}
          </span>
          <span className={classes['keys']} aria-hidden="true">
            <kbd>Ctrl</kbd>
            <kbd>K</kbd>
          </span>
        </button>
        <span className={classes['spacer']} />
        {creations.length > 0 && <NewButton creations={creations} />}
        <UserMenu session={session} creations={creations} />
      </div>
      {demonstration && <p className={classes['demo']}>Démonstration : tout est fictif.</p>}
    </header>
  )
}

function NewButton({ creations }: { creations: readonly CreationEntry[] }) {
  const goTo = useGoTo()
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button className={classes['new'] ?? ''} aria-keyshortcuts="n">
          <svg className={classes['plus']} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2v12M2 8h12" stroke="currentColor" strokeWidth="2" />
          </svg>
          <span className={classes['newText']}>Nouveau</span>
          <span className={classes['key']} aria-hidden="true">
            <kbd>n</kbd>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {creations.map(({ label, description, href, shortcut }) => (
          <Menu.Item key={href} aria-keyshortcuts={shortcut} onClick={() => goTo(href)}>
            <strong>{label}</strong>
            {shortcut !== undefined && (
              <span className={classes['touche']} aria-hidden="true">
                <kbd>{shortcut}</kbd>
              </span>
            )}
            <div className="pv-small pv-muted">{description}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
