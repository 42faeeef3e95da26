import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ActionButton } from '#platform/web/action-button.tsx'
import { Card } from '#platform/web/card.tsx'
import { dayOf, formatShortDate } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { CourrierVu } from '../contract.ts'
import classes from './courriers.module.css'
import { type Fenetre, FenetreDeCourrier } from './fenetre-de-courrier.tsx'
import { badgeDuCourrier, phraseDuCourrier, TON_DU_BADGE, VERBES } from './phrases.ts'

export interface CourriersDuDossierProps {
  readonly courriers: readonly CourrierVu[]
  /** what this kind of dossier sends, while nothing was produced */
  readonly vide: string
  /** why this letter may not leave now, as its dossier sees it; null when it may */
  readonly refusDEnvoi?: (courrier: CourrierVu) => string | null
  /** below the list: produce another one */
  readonly children?: ReactNode
}

/** Steps towards the sending; approving or correcting stays possible. */
const AVANCENT: readonly string[] = ['demanderVisa', 'signer', 'signerSurPapier', 'envoyer']

interface CarteProps {
  readonly courrier: CourrierVu
  readonly refus: string | null
  readonly onOuvrir: (fenetre: Fenetre) => void
}

function Carte({ courrier, refus, onOuvrir }: CarteProps) {
  const session = useWebSession()
  const { today, timeZone } = session
  const { prochaine, etat } = courrier
  return (
    <li>
      <span className={classes['tete']}>
        <button
          type="button"
          className={classes['titre']}
          onClick={() => onOuvrir('detail')}
          aria-haspopup="dialog"
        >
          {courrier.libelle}
        </button>
        <StatusBadge tone={TON_DU_BADGE[etat]}>{badgeDuCourrier(courrier, session)}</StatusBadge>
      </span>
      <span className={classes['phrase']}>{phraseDuCourrier(courrier, session)}</span>
      <span className={classes['meta']}>
        Préparé le {formatShortDate(dayOf(courrier.produitA, timeZone), today)}
        {courrier.agent !== null && ` par ${courrier.agent}`}
        {courrier.versions.length > 1 && `, version ${courrier.versions[0]?.rang ?? ''}`}
      </span>
      {session.can('courriers.ecrire') && prochaine !== null && (
        <span className={`${classes['gestes']} pv-no-print`}>
          <ActionButton
            size="compact-sm"
            variant={prochaine === 'envoyer' ? 'default' : 'filled'}
            disabledReason={AVANCENT.includes(prochaine) ? refus : null}
            onClick={() => onOuvrir(prochaine)}
          >
            {VERBES[prochaine]}
          </ActionButton>
          <Button
            size="compact-sm"
            variant="transparent"
            px={0}
            fw={500}
            aria-label={`Ouvrir : ${courrier.libelle}`}
            onClick={() => onOuvrir('detail')}
          >
            Ouvrir
          </Button>
        </span>
      )}
    </li>
  )
}

/** The letters of a dossier: where each is, and the next thing to do with it. Given up, they come last, quieter. */
export function CourriersDuDossier({ courriers, vide, refusDEnvoi, children }: CourriersDuDossierProps) {
  const [ouverte, setOuverte] = useState<{ readonly id: string; readonly fenetre: Fenetre } | null>(null)
  const courrier = courriers.find(({ id }) => id === ouverte?.id)
  const vivants = courriers.filter(({ etat }) => etat !== 'abandonne')
  const abandonnes = courriers.filter(({ etat }) => etat === 'abandonne')
  const carte = (c: CourrierVu) => (
    <Carte
      key={c.id}
      courrier={c}
      refus={refusDEnvoi?.(c) ?? null}
      onOuvrir={(fenetre) => setOuverte({ id: c.id, fenetre })}
    />
  )
  return (
    <Card title="Courriers">
      {courriers.length === 0 && <p className="pv-muted pv-small">{vide}</p>}
      <ul className={classes['courriers']}>{vivants.map(carte)}</ul>
      {abandonnes.length > 0 && (
        <details className={classes['abandonnes']}>
          <summary>Ne partiront pas ({abandonnes.length})</summary>
          <ul className={classes['courriers']}>{abandonnes.map(carte)}</ul>
        </details>
      )}
      {children}
      {ouverte !== null && courrier !== undefined && (
        <FenetreDeCourrier
          key={`${ouverte.id} ${ouverte.fenetre}`}
          courrier={courrier}
          fenetre={ouverte.fenetre}
          onFermer={() => setOuverte(null)}
        />
      )}
    </Card>
  )
}
