import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazy } from 'react'
import type { PageDefinition } from '#platform/web/page-definition.ts'
import { parseSearch, stringifySearch } from '#platform/web/path.ts'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { NotFound } from './not-found.tsx'
import { PAGES } from './pages.ts'
import { Root } from './root.tsx'
import { Screen } from './screen.tsx'

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

function routeOf(page: PageDefinition) {
  const load = async () => ({ default: await page.load() })
  const Content = lazy(load)
  return createRoute({
    getParentRoute: () => rootRoute,
    path: page.path,
    component: () => (
      <Screen page={page}>
        <Content />
      </Screen>
    ),
    // Fetched when the pointer approaches; a failure is told by the screen itself.
    loader: () => load().then(ignore, ignore),
  })
}

const ignore = (): void => undefined

/** One route per screen; addresses keep plain words in their query. */
export function createAppRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren(PAGES.map(routeOf)),
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 150,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  })
}
