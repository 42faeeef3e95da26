import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'

/** What the agent keeps on a dossier for oneself. */
export function NotePersonnelle() {
  const { tronc } = useDossier()
  const peut = useWebSession().can('dossiers.modifier')
  const lue = useOperation(contract.lireNotePersonnelle, { id: tronc.id }, { enabled: peut })
  const [ecrite, setEcrite] = useState<string | null>(null)
  const invalidate = useInvalidate()
  const form = useOperationForm(contract.garderNotePersonnelle, async () => {
    await invalidate(contract.lireNotePersonnelle)
    setEcrite(null)
    toast('Note gardée, pour vous seul.')
  })
  if (!peut || lue.data === undefined) return null
  const gardee = lue.data.texte
  return (
    <Card title="Ma note" className="pv-no-print">
      <form
        className="pv-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit({ id: tronc.id, texte: ecrite ?? gardee })
        }}
      >
        <ErrorSummary form={form} labels={{ texte: 'Ma note' }} />
        <Textarea
          {...form.field('texte')}
          aria-label="Ma note sur ce dossier"
          description="Vous seul la lisez. Ce qui doit rester au dossier s’écrit dans la chronologie."
          minRows={2}
          value={ecrite ?? gardee}
          onChange={(event) => setEcrite(event.currentTarget.value)}
        />
        {ecrite !== null && ecrite !== gardee && (
          <div className="pv-form-actions">
            <Button variant="default" size="sm" onClick={() => setEcrite(null)}>
              Annuler
            </Button>
            <Button type="submit" size="sm" loading={form.pending}>
              Garder
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
