import { useNombreAFaire } from '#activities/tableau-de-bord/web/index.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { usePathname, useQueryParams } from '#platform/web/navigation.ts'
import type { NavigationEntry } from '#platform/web/page-definition.ts'
import { parseSearch } from '#platform/web/path.ts'
import classes from './shell.module.css'

export interface SideNavigationProps {
  readonly entries: readonly NavigationEntry[]
  readonly etablissement: string
  readonly inDrawer?: boolean
  readonly onOpen?: () => void
}

const SECTIONS: readonly { section: NavigationEntry['section']; title: string | null }[] = [
  { section: 'top', title: null },
  { section: 'dossiers', title: 'Dossiers' },
  { section: 'follow-up', title: 'Suivi' },
  { section: 'settings', title: 'Réglages' },
]

/** The entry of the current screen: the same address, or the longest one it begins with. */
function currentOf(
  entries: readonly NavigationEntry[],
  pathname: string,
  query: Readonly<Record<string, string>>,
): NavigationEntry | null {
  const scored = entries.map((entry) => {
    const [path = '/', search = ''] = entry.href.split('?')
    const same = path === pathname
    const within = path !== '/' && pathname.startsWith(`${path}/`)
    if (!same && !within) return { entry, score: -1 }
    // The view of a list (open, late, closed) is not another place.
    const asked = Object.entries(parseSearch(search)).filter(([name]) => name !== 'vue')
    const met = asked.filter(([name, value]) => query[name] === value).length
    // An entry with criteria is current only on its own list.
    return { entry, score: same && met < asked.length ? 0 : path.length * 10 + met }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { entry: null, score: -1 } as {
    entry: NavigationEntry | null
    score: number
  })
  return best.entry
}

/** Where one may go, by role. */
export function SideNavigation({ entries, etablissement, inDrawer = false, onOpen }: SideNavigationProps) {
  const pathname = usePathname()
  const query = useQueryParams()
  const due = useNombreAFaire()
  const current = currentOf(entries, pathname, query)
  return (
    <nav
      className={`${classes['nav']} ${inDrawer ? classes['navInDrawer'] : ''}`}
      aria-label="Navigation principale"
    >
      {!inDrawer && (
        <AppLink href="/" className={classes['brand']}>
          <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M2 9v4l4 .6V19h3.5v-4.8L19 17V5L6 8.4z" fill="#0f5257" />
          </svg>
          Porte-voix
        </AppLink>
      )}
      {SECTIONS.map(({ section, title }) => {
        const shown = entries.filter((entry) => entry.section === section)
        if (shown.length === 0) return null
        return (
          <div key={section}>
            {title !== null && <h2 className={classes['sectionTitle']}>{title}</h2>}
            <ul className={classes['list']}>
              {shown.map((entry) => (
                <li key={entry.href}>
                  <AppLink
                    href={entry.href}
                    className={classes['entry']}
                    aria-current={entry === current ? 'page' : undefined}
                    {...(onOpen === undefined ? {} : { onClick: onOpen })}
                  >
                    {entry.label}
                    {entry.href === '/' && due !== null && due > 0 && (
                      <span className={classes['count']}>
                        {due}
                        <span className="pv-sr"> à faire</span>
                      </span>
                    )}
                  </AppLink>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <p className={classes['place']}>{etablissement}</p>
    </nav>
  )
}
