import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { DepotVu } from '#core/pieces/contract.ts'
import { adresseDeTelechargement } from '#core/pieces/web/index.ts'
import { formatInstant } from '#platform/web/formats.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import classes from './nouvelle-reclamation.module.css'

/** Where a passage of the letter may go. */
export type Destination = 'objet' | 'recit'

export interface LettreProps {
  readonly depot: DepotVu
  readonly message: NonNullable<DepotVu['message']>
  readonly onReprendre: (texte: string, vers: Destination) => void
  readonly onMontrer: (pieceId: string) => void
}

/** Text selected inside `ref`, empty otherwise. */
function useSelection(ref: React.RefObject<HTMLElement | null>): string {
  const [selection, setSelection] = useState('')
  useEffect(() => {
    const lire = (): void => {
      const choisie = document.getSelection()
      const dedans =
        choisie !== null && !choisie.isCollapsed && ref.current?.contains(choisie.anchorNode) === true
      setSelection(dedans ? choisie.toString().trim() : '')
    }
    document.addEventListener('selectionchange', lire)
    return () => document.removeEventListener('selectionchange', lire)
  }, [ref])
  return selection
}

/** A message as it would lie on the desk: who, when, what. A passage selected goes to a field in one click. */
export function Lettre({ depot, message, onReprendre, onMontrer }: LettreProps) {
  const { timeZone } = useWebSession()
  const texte = useRef<HTMLDivElement>(null)
  const selection = useSelection(texte)
  const { expediteur, recuA } = message
  const instant = recuA ?? message.dateAnnoncee
  return (
    <article className={classes['lettre']} aria-label="Message reçu">
      <p className="pv-muted pv-small">
        {expediteur === null
          ? 'Expéditeur inconnu'
          : `De ${expediteur.nom === '' ? expediteur.courriel : expediteur.nom}`}
        {instant !== null && ` · ${recuA === null ? 'daté du ' : ''}${formatInstant(instant, timeZone)}`} ·{' '}
        <a href={adresseDeTelechargement(depot.piece.id)}>l’original</a>
      </p>
      {depot.jointes.length > 0 && (
        <p className={classes['jointes']}>
          <span className="pv-muted pv-small">Pièces jointes&nbsp;:</span>
          {depot.jointes.map((jointe) => (
            <button
              key={jointe.id}
              type="button"
              className={classes['jointe']}
              onClick={() => onMontrer(jointe.id)}
            >
              {jointe.nom}
            </button>
          ))}
        </p>
      )}
      <div className={classes['reprise']} data-visible={selection !== ''}>
        {selection === '' ? (
          <span className="pv-muted pv-small">
            Surlignez un passage pour le reprendre dans l’objet ou le récit.
          </span>
        ) : (
          <>
            <span className="pv-small">Reprendre le passage</span>
            <Button size="compact-sm" variant="default" onClick={() => onReprendre(selection, 'objet')}>
              dans l’objet
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onReprendre(selection, 'recit')}>
              dans le récit
            </Button>
          </>
        )}
      </div>
      <h2>{message.objet === '' ? '(sans objet)' : message.objet}</h2>
      <div ref={texte} className={classes['texte']}>
        {message.texte}
      </div>
    </article>
  )
}
