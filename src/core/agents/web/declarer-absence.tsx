import { Button, Modal, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { DayField } from '#platform/web/day-field.tsx'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidateAll } from '#platform/web/query.ts'
import { useWebSession } from '#platform/web/session-context.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'

type AgentAbsent = OutputOf<typeof contract.listerAbsences>['agents'][number]

const LABELS = { agentId: 'Qui', du: 'Du', au: 'Au', remplacantId: 'Remplacé par' }

/** « Absent du … au …, remplacé par … » */
export function DeclarerAbsence({
  agents,
  onFermer,
}: {
  agents: readonly AgentAbsent[]
  onFermer: () => void
}) {
  const { userId, today } = useWebSession()
  const invalider = useInvalidateAll()
  const [agentId, setAgentId] = useState<string | null>(userId)
  const [remplacantId, setRemplacantId] = useState<string | null>(null)
  const [du, setDu] = useState(today)
  const [au, setAu] = useState('')
  const form = useOperationForm(contract.declarerAbsence, async () => {
    toast('Absence enregistrée. Elle finira d’elle-même.')
    await invalider()
    onFermer()
  })
  const remplacants = agents.find(({ id }) => id === agentId)?.remplacants ?? []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ agentId, remplacantId, du, au })
  }
  return (
    <Modal opened onClose={onFermer} title="Saisir une absence">
      <form className="pv-form" onSubmit={submit} noValidate>
        <ErrorSummary form={form} labels={LABELS} />
        {agents.length > 1 && (
          <Select
            {...form.field('agentId')}
            label="Qui"
            data={agents.map(({ id, nom }) => ({ value: id, label: id === userId ? `${nom} (moi)` : nom }))}
            value={agentId}
            searchable
            allowDeselect={false}
            onChange={(id) => {
              setAgentId(id)
              setRemplacantId(null)
            }}
          />
        )}
        <div className="pv-form-columns">
          <DayField {...form.field('du')} label="Du" value={du} onChange={setDu} />
          <DayField {...form.field('au')} label="Au" value={au} min={du} onChange={setAu} />
        </div>
        <Select
          {...form.field('remplacantId')}
          label="Remplacé par"
          description={
            remplacants.length === 0
              ? 'Personne d’autre ne fait le même travail avec un compte : demandez-en un à l’administrateur.'
              : 'Pendant ces jours, elle verra ce qui est demandé à la personne absente.'
          }
          data={remplacants.map(({ id, nom }) => ({ value: id, label: nom }))}
          value={remplacantId}
          searchable
          nothingFoundMessage="Personne de ce nom"
          onChange={setRemplacantId}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Enregistrer
          </Button>
        </div>
      </form>
    </Modal>
  )
}
