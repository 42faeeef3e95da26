import { Drawer } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { EtatDeSession } from '#core/agents/web/index.ts'
import { useGoTo, usePathname } from '#platform/web/navigation.ts'
import { type WebSession, WebSessionContext } from '#platform/web/session-context.ts'
import { useShortcut } from '#platform/web/use-shortcut.ts'
import { creationsOf, navigationOf } from './navigation.ts'
import { Palette } from './palette.tsx'
import classes from './shell.module.css'
import { SideNavigation } from './side-navigation.tsx'
import { TopBar } from './top-bar.tsx'

type Session = NonNullable<EtatDeSession['session']>

const webSessionOf = (session: Session): WebSession => {
  const permissions = new Set(session.permissions)
  return {
    userId: session.agentId,
    userName: `${session.prenom} ${session.nom}`,
    can: (permission) => permissions.has(permission),
    today: session.aujourdHui,
    timeZone: session.etablissement.fuseau,
  }
}

/** The application around a screen: navigation on the left, search and creation on top. */
export function Shell({ session, demonstration }: { session: Session; demonstration: boolean }) {
  const web = useMemo(() => webSessionOf(session), [session])
  const entries = useMemo(() => navigationOf(web.can), [web])
  const creations = useMemo(() => creationsOf(web.can), [web])
  const [menu, setMenu] = useState(false)
  const [palette, setPalette] = useState<'closed' | 'search' | 'new'>('closed')
  const pathname = usePathname()
  const goTo = useGoTo()
  const search = useCallback(() => setPalette('search'), [])
  const create = useCallback(() => {
    const [only] = creations
    if (only === undefined) return
    if (creations.length === 1) goTo(only.href)
    else setPalette('new')
  }, [creations, goTo])
  useShortcut('k', search, { ctrl: true })
  useShortcut('/', search)
  useShortcut('n', create)

  return (
    <WebSessionContext value={web}>
      <a href="#contenu" className={classes['skip']}>
        Aller au contenu
      </a>
      <div className={classes['shell']}>
        <aside className={`${classes['side']} pv-no-print`}>
          <SideNavigation entries={entries} etablissement={session.etablissement.nom} />
        </aside>
        <Drawer
          opened={menu}
          onClose={() => setMenu(false)}
          title="Porte-voix"
          size={300}
          closeButtonProps={{ 'aria-label': 'Fermer le menu' }}
        >
          <SideNavigation
            entries={entries}
            etablissement={session.etablissement.nom}
            onOpen={() => setMenu(false)}
            inDrawer
          />
        </Drawer>
        <div className={classes['main']}>
          <TopBar
            session={session}
            creations={creations}
            onMenu={() => setMenu(true)}
            onSearch={search}
            demonstration={demonstration}
          />
          <main id="contenu" tabIndex={-1} className={classes['content']} data-path={pathname}>
            <Outlet />
          </main>
        </div>
      </div>
      {creations.map(({ href, shortcut }) =>
        shortcut === undefined ? null : <Raccourci key={href} touche={shortcut} href={href} />,
      )}
      <Palette mode={palette} onClose={() => setPalette('closed')} entries={entries} creations={creations} />
    </WebSessionContext>
  )
}

/** The key of one kind of creation. */
function Raccourci({ touche, href }: { touche: string; href: string }) {
  const goTo = useGoTo()
  useShortcut(
    touche,
    useCallback(() => goTo(href), [goTo, href]),
  )
  return null
}
