import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { GriefVu } from '../contract-griefs.ts'
import { REFUS } from '../domain/labels.ts'

export interface RetirerGriefProps {
  readonly dossierId: string
  readonly grief: GriefVu
  readonly onFermer: () => void
}

/** Takes a grief out of the count, with its reason; it may come back. */
export function RetirerGrief({ dossierId, grief, onFermer }: RetirerGriefProps) {
  const [motif, setMotif] = useState('')
  const invalider = useInvalidateAll()
  const form = useOperationForm(contract.retirerGrief, async () => {
    toast('Grief retiré. Il reste sous la liste, où vous pouvez le rétablir.')
    await invalider()
    onFermer()
  })
  return (
    <Modal opened onClose={onFermer} title={`Retirer le grief ${grief.rang}`}>
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void form.submit({ id: dossierId, griefId: grief.id, version: grief.version, motif })
        }}
      >
        <ErrorSummary form={form} labels={{ motif: 'Motif' }} refusals={REFUS} />
        <p className="pv-muted">
          «&nbsp;{grief.intitule}&nbsp;» ne comptera plus. Il reste au dossier avec ce motif, et peut être
          rétabli.
        </p>
        <Textarea
          {...form.field('motif')}
          label="Motif"
          value={motif}
          minRows={2}
          maxLength={1000}
          onChange={(e) => setMotif(e.currentTarget.value)}
          data-autofocus
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Retirer le grief
          </Button>
        </div>
      </form>
    </Modal>
  )
}
