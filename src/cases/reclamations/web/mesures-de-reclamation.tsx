import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { formatDate, formatRelativeDay } from '#platform/web/formats.ts'
import { MoreMenu } from '#platform/web/more-menu.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { StatusBadge } from '#platform/web/status-badge.tsx'
import type { AnalyseVue, MesureVue } from '../contract-analyse.ts'
import { responsableDe } from '../domain/analyse.ts'
import classes from './analyse.module.css'
import { concerneDe } from './causes-de-reclamation.tsx'
import { FinirMesure, type GesteDeFin } from './finir-mesure.tsx'
import { SaisirMesure } from './saisir-mesure.tsx'

const estFinie = ({ nature, faiteLe, abandonneeLe }: MesureVue): boolean =>
  nature === 'prise' || faiteLe !== null || abandonneeLe !== null

/** Promised, then noted done: it may have been by mistake. */
const estReprenable = ({ nature, faiteLe }: MesureVue): boolean => nature === 'promise' && faiteLe !== null

/** Where a measure stands, in words. */
function Avancement({ mesure }: { mesure: MesureVue }) {
  const { today } = useWebSession()
  const { nature, pourLe, faiteLe, abandonneeLe } = mesure
  if (abandonneeLe !== null) return <StatusBadge tone="quiet">abandonnée</StatusBadge>
  if (faiteLe !== null)
    return <StatusBadge tone="ok">{nature === 'prise' ? 'prise' : 'réalisée'}</StatusBadge>
  if (pourLe === null) return null
  return (
    <StatusBadge tone={pourLe < today ? 'late' : 'neutral'}>{formatRelativeDay(pourLe, today)}</StatusBadge>
  )
}

function detailDe(mesure: MesureVue): string {
  const { structure, agent, responsable, pourLe, faiteLe, abandonneeLe, abandonMotif } = mesure
  const qui = responsableDe({ responsable, structure: structure?.nom ?? null, agent: agent?.nom ?? null })
  if (abandonneeLe !== null) return `${qui}, abandonnée le ${formatDate(abandonneeLe)} : ${abandonMotif}`
  if (faiteLe !== null) return `${qui}, le ${formatDate(faiteLe)}`
  return pourLe === null ? qui : `${qui}, pour le ${formatDate(pourLe)}`
}

/** What is being done. */
type EnCours =
  | { readonly geste: 'saisir'; readonly mesure: MesureVue | null }
  | { readonly geste: GesteDeFin; readonly mesure: MesureVue }

/** What may be done of a measure: while it is owed, and once it is noted done. */
function GestesDeMesure({ mesure, onGeste }: { mesure: MesureVue; onGeste: (geste: EnCours) => void }) {
  if (estReprenable(mesure))
    return (
      <div className={`${classes['gestes']} pv-no-print`}>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onGeste({ geste: 'reprendre', mesure })}
          aria-label={`La mesure n’est pas faite : ${mesure.intitule}`}
        >
          Elle n’est pas faite
        </Button>
      </div>
    )
  if (estFinie(mesure)) return null
  return (
    <div className={`${classes['gestes']} pv-no-print`}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onGeste({ geste: 'terminer', mesure })}
        aria-label={`C’est fait : ${mesure.intitule}`}
      >
        C’est fait
      </Button>
      <MoreMenu label={`Autres gestes sur la mesure ${mesure.intitule}`}>
        <Menu.Item onClick={() => onGeste({ geste: 'saisir', mesure })}>Modifier</Menu.Item>
        <Menu.Item onClick={() => onGeste({ geste: 'abandonner', mesure })}>Abandonner…</Menu.Item>
      </MoreMenu>
    </div>
  )
}

/** What changes: taken already, or promised to someone, with who and when. */
export function MesuresDeReclamation({ vue }: { vue: AnalyseVue }) {
  const { entete, griefs, mesures, actions } = vue
  const [enCours, setEnCours] = useState<EnCours | null>(null)
  const fermer = (): void => setEnCours(null)
  const saisie = enCours?.geste === 'saisir' ? enCours : null
  const peutSuivre = actions.suivre === null
  return (
    <Card
      title="Mesures"
      aside={
        actions.analyser === null && saisie === null ? (
          <Button
            variant="transparent"
            px={0}
            fw={500}
            size="compact-sm"
            onClick={() => setEnCours({ geste: 'saisir', mesure: null })}
          >
            Ajouter une mesure
          </Button>
        ) : undefined
      }
    >
      {saisie !== null && (
        <SaisirMesure
          key={saisie.mesure?.id ?? 'nouvelle'}
          vue={vue}
          mesure={saisie.mesure}
          onFermer={fermer}
        />
      )}
      {mesures.length === 0 && saisie === null && (
        <p className="pv-muted">
          Ce que l’établissement a fait, ou s’engage à faire. Une mesure promise a un responsable et une
          date&nbsp;: passée cette date, elle revient sur la page Aujourd’hui.
        </p>
      )}
      <ul className="pv-lines">
        {mesures.map((mesure) => (
          <li key={mesure.id} className={classes['ligne']}>
            <div className={mesure.abandonneeLe === null ? undefined : classes['finie']}>
              <p>
                {mesure.intitule} <Avancement mesure={mesure} />
              </p>
              <p className="pv-small pv-muted">
                {detailDe(mesure)} · {concerneDe(griefs, mesure.griefId)}
              </p>
            </div>
            {peutSuivre && <GestesDeMesure mesure={mesure} onGeste={setEnCours} />}
          </li>
        ))}
      </ul>
      {enCours !== null && enCours.geste !== 'saisir' && (
        <FinirMesure dossierId={entete.id} mesure={enCours.mesure} geste={enCours.geste} onFermer={fermer} />
      )}
    </Card>
  )
}
