import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, FORMES_DE_CONSENTEMENT, OBJETS_DE_CONSENTEMENT } from '../contract.ts'
import { FORME_DE_CONSENTEMENT, OBJET_DE_CONSENTEMENT } from './labels.ts'

export interface NouveauConsentementProps {
  readonly personneId: string
  readonly dossierId: string | null
  readonly onFait: () => Promise<void>
}

/** Records what someone agreed to, when, and whether it is written. */
export function NouveauConsentement({ personneId, dossierId, onFait }: NouveauConsentementProps) {
  const { today } = useWebSession()
  const [objet, setObjet] = useState<(typeof OBJETS_DE_CONSENTEMENT)[number]>('acces-aux-donnees-de-sante')
  const [forme, setForme] = useState<(typeof FORMES_DE_CONSENTEMENT)[number]>('ecrit')
  const [donneLe, setDonneLe] = useState(today)
  const form = useOperationForm(contract.enregistrerConsentement, async () => {
    toast('Consentement enregistré.')
    await onFait()
  })
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        void form.submit({ id: personneId, dossierId, objet, forme, donneLe })
      }}
    >
      <ErrorSummary form={form} labels={{ objet: 'Objet', forme: 'Forme', donneLe: 'Date' }} />
      <Select
        {...form.field('objet')}
        label="La personne accepte"
        data={OBJETS_DE_CONSENTEMENT.map((value) => ({ value, label: OBJET_DE_CONSENTEMENT[value] }))}
        value={objet}
        allowDeselect={false}
        onChange={(value) => setObjet(OBJETS_DE_CONSENTEMENT.find((o) => o === value) ?? objet)}
      />
      <Select
        {...form.field('forme')}
        label="Sous quelle forme"
        data={FORMES_DE_CONSENTEMENT.map((value) => ({ value, label: FORME_DE_CONSENTEMENT[value] }))}
        value={forme}
        allowDeselect={false}
        onChange={(value) => setForme(FORMES_DE_CONSENTEMENT.find((f) => f === value) ?? forme)}
      />
      <DayField {...form.field('donneLe')} label="Le" value={donneLe} onChange={setDonneLe} max={today} />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.pending}>
          Enregistrer le consentement
        </Button>
      </div>
    </form>
  )
}
