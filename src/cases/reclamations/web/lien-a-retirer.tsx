import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Notice } from '#platform/web/notice.tsx'

/** Says which dossier the complaint being entered will be linked to, and lets that go. */
export function LienARetirer({ children, onRetirer }: { children: ReactNode; onRetirer: () => void }) {
  return (
    <Notice
      action={
        <Button size="compact-sm" variant="transparent" px={0} fw={500} onClick={onRetirer}>
          Retirer ce lien
        </Button>
      }
    >
      {children}
    </Notice>
  )
}
