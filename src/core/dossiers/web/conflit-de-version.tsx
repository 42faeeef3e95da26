import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './conflit-de-version.module.css'

/** One value in both hands. */
export interface ValeurEnConflit {
  readonly libelle: string
  readonly mienne: string
  readonly actuelle: string
}

export interface ConflitDeVersionProps {
  /** empty for an addition, which replaces nothing */
  readonly valeurs: readonly ValeurEnConflit[]
  readonly onGarder: () => void
  /** takes what is there now; absent when there is nothing to take */
  readonly onReprendre?: () => void
}

/** Someone saved meanwhile: what is there now beside what was typed, and the choice. */
export function ConflitDeVersion({ valeurs, onGarder, onReprendre }: ConflitDeVersionProps) {
  const boite = useRef<HTMLDivElement>(null)
  useEffect(() => boite.current?.focus(), [])
  const differentes = valeurs.filter(({ mienne, actuelle }) => mienne !== actuelle)
  return (
    <div ref={boite} className={classes['conflit']} role="alert" tabIndex={-1}>
      <p>
        <strong>Quelqu’un a modifié ce dossier pendant que vous écriviez.</strong>{' '}
        {differentes.length === 0
          ? 'Votre saisie est gardée et ne remplace rien\u00a0: vous pouvez l’enregistrer.'
          : 'Votre saisie est gardée. Choisissez ce qui reste.'}
      </p>
      {differentes.length > 0 && (
        <table className={classes['comparaison']}>
          <thead>
            <tr>
              <td />
              <th scope="col">Votre saisie</th>
              <th scope="col">Au dossier maintenant</th>
            </tr>
          </thead>
          <tbody>
            {differentes.map(({ libelle, mienne, actuelle }) => (
              <tr key={libelle}>
                <th scope="row">{libelle}</th>
                <td>{mienne}</td>
                <td>{actuelle}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="pv-row">
        <Button size="compact-md" onClick={onGarder}>
          {differentes.length === 0 ? 'Enregistrer' : 'Enregistrer ma saisie'}
        </Button>
        {onReprendre !== undefined && (
          <Button size="compact-md" variant="default" onClick={onReprendre}>
            Garder ce qui est au dossier
          </Button>
        )}
      </div>
    </div>
  )
}
