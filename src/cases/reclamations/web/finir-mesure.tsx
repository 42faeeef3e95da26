import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { MesureVue } from '../contract-analyse.ts'
import { REFUS } from '../domain/labels.ts'

export interface FinirMesureProps {
  readonly dossierId: string
  readonly mesure: MesureVue
  readonly abandonne: boolean
  readonly onFermer: () => void
}

/** A promised measure ends: the day it was done, or why it will not be. */
export function FinirMesure({ dossierId, mesure, abandonne, onFermer }: FinirMesureProps) {
  const { today } = useWebSession()
  const [faiteLe, setFaiteLe] = useState(today)
  const [motif, setMotif] = useState('')
  const invalider = useInvalidateAll()
  const apres = (annonce: string) => async (): Promise<void> => {
    toast(annonce)
    await invalider()
    onFermer()
  }
  const fin = useOperationForm(contract.terminerMesure, apres('Mesure réalisée.'))
  const abandon = useOperationForm(contract.abandonnerMesure, apres('Mesure abandonnée.'))
  const form = abandonne ? abandon : fin
  const cible = { id: dossierId, mesureId: mesure.id, version: mesure.version }
  return (
    <Modal opened onClose={onFermer} title={abandonne ? 'Abandonner la mesure' : 'La mesure est réalisée'}>
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void (abandonne ? abandon.submit({ ...cible, motif }) : fin.submit({ ...cible, faiteLe }))
        }}
      >
        <ErrorSummary form={form} labels={{ faiteLe: 'Réalisée le', motif: 'Motif' }} refusals={REFUS} />
        <p>{mesure.intitule}</p>
        {abandonne ? (
          <Textarea
            {...form.field('motif')}
            label="Motif"
            description="Si la personne en a été informée, elle peut demander ce qu’elle est devenue."
            minRows={2}
            value={motif}
            maxLength={1000}
            onChange={(e) => setMotif(e.currentTarget.value)}
            data-autofocus
          />
        ) : (
          <DayField
            {...form.field('faiteLe')}
            label="Réalisée le"
            value={faiteLe}
            max={today}
            onChange={setFaiteLe}
            data-autofocus
          />
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            {abandonne ? 'Abandonner la mesure' : 'Noter qu’elle est réalisée'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
