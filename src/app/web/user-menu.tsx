import { Menu, Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { contract as agents } from '#core/agents/contract.ts'
import { ROLE } from '#core/agents/domain/labels.ts'
import { cheminDuMotDePasse, type EtatDeSession } from '#core/agents/web/index.ts'
import { callOperation } from '#platform/web/client.ts'
import { useGoTo } from '#platform/web/navigation.ts'
import type { CreationEntry } from '#platform/web/page-definition.ts'
import { useSingleKeyShortcuts } from '#platform/web/use-shortcut.ts'
import classes from './shell.module.css'
import { shortcutsOf, singleKeysOf } from './shortcuts.ts'

type Session = NonNullable<EtatDeSession['session']>

/** Leaves, and forgets everything the page held. */
async function signOut(): Promise<void> {
  try {
    await callOperation(agents.fermerSession, {})
  } finally {
    location.assign('/')
  }
}

/** A longer function is read in the menu: the bar stays quiet. */
const SHORT = 26

interface UserMenuProps {
  readonly session: Session
  readonly creations: readonly CreationEntry[]
}

/** Oneself: password, keyboard, sign-out. */
export function UserMenu({ session, creations }: UserMenuProps) {
  const [help, setHelp] = useState(false)
  const goTo = useGoTo()
  const name = `${session.prenom} ${session.nom}`
  const role = session.fonction === '' ? ROLE[session.role].toLocaleLowerCase('fr') : session.fonction
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <button type="button" className={classes['user']}>
            <span className="pv-sr">Mon compte : </span>
            <span className={classes['userName']}>
              {name}
              {role.length <= SHORT && ` · ${role}`}
            </span>
            <span className={classes['userInitials']} aria-hidden="true">
              {session.prenom.charAt(0)}
              {session.nom.charAt(0)}
            </span>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="m2.5 4.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {name}
            <br />
            {role}
          </Menu.Label>
          <Menu.Item onClick={() => setHelp(true)}>Raccourcis clavier</Menu.Item>
          <Menu.Item onClick={() => goTo(cheminDuMotDePasse())}>Changer mon mot de passe</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>Se déconnecter</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={help} onClose={() => setHelp(false)} title="Raccourcis clavier">
        <ShortcutList creations={creations} />
      </Modal>
    </>
  )
}

function ShortcutList({ creations }: Pick<UserMenuProps, 'creations'>) {
  const shortcuts = shortcutsOf(creations)
  const [on, setOn] = useSingleKeyShortcuts()
  return (
    <div className="pv-stack">
      <dl className={classes['shortcuts']}>
        {shortcuts.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Switch
        checked={on}
        onChange={(event) => setOn(event.currentTarget.checked)}
        label={`Raccourcis d’une seule touche (${singleKeysOf(shortcuts)})`}
        description="À désactiver si vous dictez au micro ou si une touche part toute seule."
      />
    </div>
  )
}
