import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { contract } from '../contract.ts'
import classes from './chronologie.module.css'
import { ConflitDeVersion } from './conflit-de-version.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** A dated note, written in the timeline itself. */
export function AjouterNote({ onFermer }: { onFermer: () => void }) {
  const { today } = useWebSession()
  const [survenuLe, setSurvenuLe] = useState(today)
  const [texte, setTexte] = useState('')
  const saisie = useSaisieDeDossier(contract.noter, { annonce: 'Note ajoutée.', onFait: onFermer })
  const envoyer = (): void => {
    void saisie.envoyer((cible) => ({ ...cible, survenuLe, texte }))
  }
  return (
    <form
      className={classes['note']}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        envoyer()
      }}
    >
      {saisie.actuel === null ? (
        <ErrorSummary form={saisie.form} labels={{ texte: 'Note', survenuLe: 'Date' }} />
      ) : (
        <ConflitDeVersion valeurs={[]} onGarder={envoyer} />
      )}
      <Textarea
        {...saisie.form.field('texte')}
        label="Note"
        placeholder="Un appel, une visite, une réunion : ce qui s’est passé, ce qui a été convenu."
        value={texte}
        autoFocus
        onChange={(e) => setTexte(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) envoyer()
          if (e.key === 'Escape' && texte === '') onFermer()
        }}
      />
      <div className={classes['note-bas']}>
        <DayField
          {...saisie.form.field('survenuLe')}
          label="Le"
          value={survenuLe}
          onChange={setSurvenuLe}
          max={today}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={saisie.form.pending}>
            Ajouter la note
          </Button>
        </div>
      </div>
    </form>
  )
}
