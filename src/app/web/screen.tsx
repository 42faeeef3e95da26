import { type ReactNode, Suspense, useEffect } from 'react'
import { ErrorBoundary } from '#platform/web/error-boundary.tsx'
import { usePathname } from '#platform/web/navigation.ts'
import { Page, PageHeader } from '#platform/web/page.tsx'
import type { PageDefinition } from '#platform/web/page-definition.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'

/** Frame of one screen: its title, its permission, and a failure that stays inside. */
export function Screen({ page, children }: { page: PageDefinition; children: ReactNode }) {
  const pathname = usePathname()
  const session = useWebSession()
  useEffect(() => {
    document.title = `${page.title} · Porte-voix`
  }, [page.title])
  if (page.permission !== undefined && !session.can(page.permission)) {
    return (
      <Page narrow>
        <PageHeader
          title="Accès non permis"
          lead="Votre rôle ne donne pas accès à cette page. Si vous en avez besoin, demandez-le à l’administrateur de Porte-voix de votre établissement."
        />
      </Page>
    )
  }
  return (
    <ErrorBoundary resetKey={pathname}>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </ErrorBoundary>
  )
}
