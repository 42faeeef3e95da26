import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { formatDay } from '#platform/web/formats.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { MesureVue } from '../contract-analyse.ts'
import { REFUS } from '../domain/labels.ts'

export type GesteDeFin = 'terminer' | 'abandonner' | 'reprendre'

const TEXTES = {
  terminer: { titre: 'La mesure est réalisée', bouton: 'Noter qu’elle est réalisée', motif: '' },
  abandonner: {
    titre: 'Abandonner la mesure',
    bouton: 'Abandonner la mesure',
    motif: 'Si la personne en a été informée, elle peut demander ce qu’elle est devenue.',
  },
  reprendre: {
    titre: 'La mesure n’est pas faite',
    bouton: 'Remettre à réaliser',
    motif: 'Il reste dans la chronologie, près de ce qui avait été noté.',
  },
} as const satisfies Record<GesteDeFin, { titre: string; bouton: string; motif: string }>

export interface FinirMesureProps {
  readonly dossierId: string
  readonly mesure: MesureVue
  readonly geste: GesteDeFin
  readonly onFermer: () => void
}

/** A promised measure ends, the day it was done or why it will not be; or was noted done by mistake. */
export function FinirMesure({ dossierId, mesure, geste, onFermer }: FinirMesureProps) {
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
  const reprise = useOperationForm(contract.reprendreMesure, apres('Mesure de nouveau à réaliser.'))
  const form = { terminer: fin, abandonner: abandon, reprendre: reprise }[geste]
  const cible = { id: dossierId, mesureId: mesure.id, version: mesure.version }
  const envoyer = {
    terminer: () => fin.submit({ ...cible, faiteLe }),
    abandonner: () => abandon.submit({ ...cible, motif }),
    reprendre: () => reprise.submit({ ...cible, motif }),
  }
  return (
    <Modal opened onClose={onFermer} title={TEXTES[geste].titre}>
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void envoyer[geste]()
        }}
      >
        <ErrorSummary form={form} labels={{ faiteLe: 'Réalisée le', motif: 'Motif' }} refusals={REFUS} />
        <p>{mesure.intitule}</p>
        {geste === 'reprendre' && mesure.faiteLe !== null && (
          <p className="pv-muted">
            Notée réalisée le {formatDay(mesure.faiteLe)}. Elle redevient à réaliser, et revient sur la page
            Aujourd’hui passé son jour. Si seule la date est fausse, corrigez-la dans la chronologie du
            dossier.
          </p>
        )}
        {geste === 'terminer' ? (
          <DayField
            {...form.field('faiteLe')}
            label="Réalisée le"
            value={faiteLe}
            max={today}
            onChange={setFaiteLe}
            data-autofocus
          />
        ) : (
          <Textarea
            {...form.field('motif')}
            label="Motif"
            description={TEXTES[geste].motif}
            minRows={2}
            value={motif}
            maxLength={1000}
            onChange={(e) => setMotif(e.currentTarget.value)}
            data-autofocus
          />
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            {TEXTES[geste].bouton}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
