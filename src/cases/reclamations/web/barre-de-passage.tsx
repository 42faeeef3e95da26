import { Button } from '@mantine/core'
import { ActionButton } from '#platform/web/action-button.tsx'
import { type Bord, deplacerDUnMot, type Etendue } from '../domain/passages.ts'
import classes from './lettre-a-lire.module.css'
import { abreger } from './passage-choisi.tsx'

export interface BarreDePassageProps {
  /** of the sentence that says how to select */
  readonly id: string
  readonly texte: string
  readonly passage: Etendue | null
  readonly refus: string | null
  /** verb of the main button */
  readonly geste: string
  readonly onAjuster: (passage: Etendue) => void
  readonly onRelever: (passage: Etendue) => void
}

const REGLAGES: readonly (readonly [bord: Bord, sens: 1 | -1, signe: string, dit: string])[] = [
  ['debut', -1, '+', 'Un mot de plus au début'],
  ['debut', 1, '−', 'Un mot de moins au début'],
  ['fin', -1, '−', 'Un mot de moins à la fin'],
  ['fin', 1, '+', 'Un mot de plus à la fin'],
]

/** Under the letter: how to choose a passage, then the one chosen, adjusted word by word, and what to do with it. */
export function BarreDePassage(props: BarreDePassageProps) {
  const { id, texte, passage, refus, geste, onAjuster, onRelever } = props
  const reglage = (bord: Bord) =>
    REGLAGES.filter(([de]) => de === bord).map(([de, sens, signe, dit]) => (
      <Button
        key={dit}
        variant="default"
        size="compact-sm"
        aria-label={dit}
        title={dit}
        // the selection of the letter stays where it is
        onPointerDown={(e) => e.preventDefault()}
        onClick={() => passage !== null && onAjuster(deplacerDUnMot(texte, passage, de, sens))}
      >
        {signe}
      </Button>
    ))
  return (
    <div className={classes['barre']} data-visible={passage !== null}>
      <p id={id} className={passage === null ? 'pv-small pv-muted' : 'pv-sr'}>
        Sélectionnez les mots d’un grief.{' '}
        <span className={classes['touches']}>
          Au clavier&nbsp;: flèches pour aller de paragraphe en paragraphe et de phrase en phrase, Maj pour
          étendre, Entrée pour relever, Échap pour abandonner.
        </span>
      </p>
      {passage !== null && (
        <>
          <p className={classes['choisi']}>
            «&nbsp;{abreger(texte.slice(passage.debut, passage.fin), 150)}&nbsp;»
          </p>
          <div className={classes['gestes']}>
            <fieldset className={classes['reglage']}>
              <legend className="pv-sr">Début du passage</legend>
              <span aria-hidden="true" className="pv-small pv-muted">
                début
              </span>
              {reglage('debut')}
            </fieldset>
            <fieldset className={classes['reglage']}>
              <legend className="pv-sr">Fin du passage</legend>
              <span aria-hidden="true" className="pv-small pv-muted">
                fin
              </span>
              {reglage('fin')}
            </fieldset>
            <ActionButton
              size="compact-md"
              disabledReason={refus}
              reasonBeside
              onClick={() => onRelever(passage)}
            >
              {geste}
            </ActionButton>
          </div>
        </>
      )}
    </div>
  )
}
