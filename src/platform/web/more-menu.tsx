import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'

/** What may also be done with something, behind « … ». `label` names it for who does not see the screen. */
export function MoreMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={label}>
          …
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
