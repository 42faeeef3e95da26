import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

/** One value in both hands. */
export interface ConflictingValue {
  readonly label: string
  readonly mine: string
  readonly current: string
}

export interface VersionConflictProps {
  /** « Quelqu’un a », unless nobody else can */
  readonly who?: string
  /** « ce compte », « l’établissement » */
  readonly what: string
  readonly values: readonly ConflictingValue[]
  readonly onKeep: () => void
  readonly onTake: () => void
}

/** Someone saved meanwhile: what is there now beside what was typed, and the choice. */
export function VersionConflict({ who = 'Quelqu’un a', what, values, onKeep, onTake }: VersionConflictProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const different = values.filter(({ mine, current }) => mine !== current)
  return (
    <div ref={box} className="pv-summary" role="alert" tabIndex={-1}>
      <p>
        <strong>
          {who} modifié {what} pendant que vous écriviez.
        </strong>{' '}
        {different.length === 0
          ? 'Les valeurs sont les mêmes que les vôtres.'
          : 'Votre saisie est gardée. Choisissez ce qui reste.'}
      </p>
      {different.length > 0 && (
        <table className="pv-conflict">
          <thead>
            <tr>
              <td />
              <th scope="col">Votre saisie</th>
              <th scope="col">Maintenant</th>
            </tr>
          </thead>
          <tbody>
            {different.map(({ label, mine, current }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{mine}</td>
                <td>{current}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="pv-row">
        <Button size="compact-md" onClick={onKeep}>
          Enregistrer ma saisie
        </Button>
        <Button size="compact-md" variant="default" onClick={onTake}>
          Reprendre les valeurs actuelles
        </Button>
      </div>
    </div>
  )
}
