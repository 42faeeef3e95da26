import { CODES_D_AGENDA } from '#core/dossiers/domain/attente.ts'
import { cheminDesDossiers, useCheminDuDossier } from '#core/dossiers/web/index.ts'
import { heureEnMots } from '#core/echeances/domain/instant.ts'
import { AppLink } from '#platform/web/app-link.tsx'
import { Card } from '#platform/web/card.tsx'
import { formatRelativeDay } from '#platform/web/formats.ts'
import { type BadgeTone, StatusBadge } from '#platform/web/status-badge.tsx'
import type { LigneDAgenda } from '../contract.ts'
import classes from './accueil.module.css'

const [RAPPEL, RENDEZ_VOUS] = CODES_D_AGENDA

function tonDe({ situation, pourLe }: LigneDAgenda, jour: string): BadgeTone {
  if (situation === 'depassee') return 'late'
  return pourLe === jour ? 'soon' : 'neutral'
}

/** « aujourd’hui, 10:30 » as it is said: « aujourd’hui, 10 h 30 ». */
function quandDe({ pourLe, heure }: LigneDAgenda, jour: string): string {
  const dit = formatRelativeDay(pourLe ?? jour, jour)
  return heure === null ? dit : `${dit}, ${heureEnMots(heure)}`
}

const quoiDe = ({ code, auteur }: LigneDAgenda): string => {
  const qui = auteur === '' ? 'une personne sans nom' : auteur
  return code === RAPPEL ? `Rappeler ${qui}` : `Recevoir ${qui}`
}

export interface AgendaProps {
  readonly lignes: readonly LigneDAgenda[]
  readonly estCoupe: boolean
  readonly jour: string
}

/** Whom the department promised to call or to receive: one's own first, late ones then hour by hour. */
export function Agenda({ lignes, estCoupe, jour }: AgendaProps) {
  const chemin = useCheminDuDossier()
  return (
    <Card title="Rappels et rendez-vous">
      <ul className="pv-lines">
        {lignes.map((ligne) => (
          <li key={`${ligne.dossier.id} ${ligne.code} ${ligne.pourLe} ${ligne.heure}`}>
            <AppLink href={chemin(ligne.dossier.type, ligne.dossier.id)} className={classes['lien']}>
              {quoiDe(ligne)}
            </AppLink>{' '}
            <StatusBadge tone={tonDe(ligne, jour)}>{quandDe(ligne, jour)}</StatusBadge>
            <p className={`pv-small pv-muted ${classes['bref']}`} title={ligne.dossier.objet}>
              {ligne.estAMoi ? '' : `${ligne.de} · `}
              {ligne.dossier.numero} · {ligne.dossier.objet}
            </p>
          </li>
        ))}
      </ul>
      <p className={`pv-small ${classes['tous']}`}>
        {estCoupe && 'D’autres sont prévus. '}
        <AppLink href={cheminDesDossiers({ attente: RAPPEL, vue: 'tous' })}>Tous les rappels</AppLink>
        {' · '}
        <AppLink href={cheminDesDossiers({ attente: RENDEZ_VOUS, vue: 'tous' })}>
          Tous les rendez-vous
        </AppLink>
      </p>
    </Card>
  )
}
