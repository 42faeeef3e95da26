import { AppLink } from '#platform/web/app-link.tsx'
import { usePathname } from '#platform/web/navigation.ts'
import classes from './onglets.module.css'
import { cheminDeLAnalyse, cheminDeLaReclamation, cheminDesGriefs } from './paths.ts'

/** The three working places of a complaint: the dossier, its griefs, their analysis. */
export function Onglets({ id }: { id: string }) {
  const ici = usePathname()
  const lieux = [
    { href: cheminDeLaReclamation(id), libelle: 'Dossier' },
    { href: cheminDesGriefs(id), libelle: 'Lettre et griefs' },
    { href: cheminDeLAnalyse(id), libelle: 'Analyse' },
  ]
  return (
    <nav className={`${classes['onglets']} pv-no-print`} aria-label="Parties de la réclamation">
      {lieux.map(({ href, libelle }) => (
        <AppLink
          key={href}
          href={href}
          className={classes['onglet']}
          {...(ici === href ? { 'aria-current': 'page' as const } : {})}
        >
          {libelle}
        </AppLink>
      ))}
    </nav>
  )
}
