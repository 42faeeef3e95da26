import { AppLink } from '#platform/web/app-link.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page narrow>
      <PageHeader
        title="Cette page n’existe pas"
        lead="L’adresse est peut-être incomplète, ou la page a changé de place."
      />
      <p>
        <AppLink href="/">Revenir à l’accueil</AppLink>
      </p>
    </Page>
  )
}
