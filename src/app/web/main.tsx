import '#platform/web/mantine-styles.ts'
import '#platform/web/fonts.css'
import '#platform/web/base.css'
import '#platform/web/forms.css'
import '#platform/web/print.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PerimetreContext } from '#core/agents/web/index.ts'
import { ActionsDeLotContext, TypesContext } from '#core/dossiers/web/index.ts'
import { ChampDesStructures } from '#core/structures/web/index.ts'
import { focusPageTitle } from '#platform/web/page-focus.ts'
import { WebProvider } from '#platform/web/web-provider.tsx'
import { BULK_ACTIONS } from './bulk-actions.ts'
import { CASE_TYPES } from './case-types.ts'
import { createAppRouter } from './router.tsx'

const router = createAppRouter()
// A change of screen moves the focus to its title; the first display and a change of filter do not.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) focusPageTitle()
})

const element = document.getElementById('racine')
if (element === null) throw new Error('index.html has no #racine')
createRoot(element).render(
  <StrictMode>
    <WebProvider>
      <TypesContext value={CASE_TYPES}>
        <ActionsDeLotContext value={BULK_ACTIONS}>
          <PerimetreContext value={ChampDesStructures}>
            <RouterProvider router={router} />
          </PerimetreContext>
        </ActionsDeLotContext>
      </TypesContext>
    </WebProvider>
  </StrictMode>,
)
