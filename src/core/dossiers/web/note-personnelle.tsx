import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Card } from '#platform/web/card.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidate, useOperation } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { VersionConflict } from '#platform/web/version-conflict.tsx'
import { contract } from '../contract.ts'
import { notePersonnelle } from '../contract-notes.ts'
import { useDossier } from './dossier-context.ts'

/** What the agent keeps on a dossier for oneself. */
export function NotePersonnelle() {
  const { tronc } = useDossier()
  const peut = useWebSession().can('dossiers.modifier')
  const lue = useOperation(contract.lireNotePersonnelle, { id: tronc.id }, { enabled: peut })
  // The note it was written over: a reading made meanwhile does not replace it.
  const [ecrite, setEcrite] = useState<{ texte: string; sur: string | null } | null>(null)
  const invalidate = useInvalidate()
  const relire = async (): Promise<void> => {
    await invalidate(contract.lireNotePersonnelle)
    setEcrite(null)
  }
  const form = useOperationForm(contract.garderNotePersonnelle, async () => {
    await relire()
    toast('Note gardée, pour vous seul.')
  })
  if (!peut || lue.data === undefined) return null
  const gardee = lue.data
  const texte = ecrite?.texte ?? gardee.texte
  const actuelle =
    form.problem?.code === 'stale' ? (notePersonnelle.safeParse(form.problem.actuel).data ?? null) : null
  const garder = (modifieeA: string | null): void => void form.submit({ id: tronc.id, texte, modifieeA })
  const abandonner = (): void => {
    form.clear()
    void relire()
  }
  return (
    <Card title="Ma note" className="pv-no-print">
      <form
        className="pv-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          garder(ecrite === null ? gardee.modifieeA : ecrite.sur)
        }}
      >
        {actuelle === null ? (
          <ErrorSummary form={form} labels={{ texte: 'Ma note' }} />
        ) : (
          <VersionConflict
            who="Vous avez"
            what="cette note ailleurs"
            values={[{ label: 'Ma note', mine: texte, current: actuelle.texte }]}
            onKeep={() => garder(actuelle.modifieeA)}
            onTake={abandonner}
          />
        )}
        <Textarea
          {...form.field('texte')}
          aria-label="Ma note sur ce dossier"
          description="Vous seul la lisez. Ce qui doit rester au dossier s’écrit dans la chronologie."
          minRows={2}
          value={texte}
          onChange={({ currentTarget }) =>
            setEcrite({ texte: currentTarget.value, sur: ecrite === null ? gardee.modifieeA : ecrite.sur })
          }
        />
        {actuelle === null && ecrite !== null && texte !== gardee.texte && (
          <div className="pv-form-actions">
            <Button variant="default" size="sm" onClick={abandonner}>
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
