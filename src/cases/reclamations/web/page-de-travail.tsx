import type { ReactNode } from 'react'
import { formatDay } from '#platform/web/formats.ts'
import { Notice } from '#platform/web/notice.tsx'
import { Page, PageHeader } from '#platform/web/page.tsx'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { GriefsVus } from '../contract-griefs.ts'
import { Onglets } from './onglets.tsx'

export interface PageDeTravailProps {
  readonly entete: GriefsVus['entete']
  /** of the browser tab, after the number */
  readonly partie: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A working page of a complaint: which one it is, its places, the work. */
export function PageDeTravail({ entete, partie, actions, children }: PageDeTravailProps) {
  const { id, numero, objet, recuLe, estClos, classe } = entete
  return (
    <Page>
      <PageHeader
        documentTitle={`${partie} · ${numero}`}
        kicker={
          <>
            Réclamation <strong>{numero}</strong> · reçue le {formatDay(recuLe)}{' '}
            {classe === 'sensible' && <StatusBadge tone="soon">sensible</StatusBadge>}
          </>
        }
        title={objet}
        actions={actions}
      />
      <Onglets id={id} />
      {estClos && (
        <Notice>
          Cette réclamation est close&nbsp;: ses griefs et son analyse se lisent. Rouvrez-la pour les
          reprendre.
        </Notice>
      )}
      {children}
    </Page>
  )
}
