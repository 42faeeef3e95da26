import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { useConcernables } from './choix-de-l-assigne.tsx'
import { useDossier } from './dossier-context.ts'

/** Withholds the dossier from an agent who is a party to it, or close to one. */
export function DeclarerConflit({ onFermer }: { onFermer: () => void }) {
  const { tronc, rafraichir } = useDossier()
  const concernables = useConcernables()
  const [agentId, setAgentId] = useState<string | null>(null)
  const form = useOperationForm(contract.declarerConflit, async () => {
    toast('Conflit d’intérêts enregistré : cet agent ne voit plus le dossier.')
    await rafraichir()
    onFermer()
  })
  return (
    <Modal opened onClose={onFermer} title="Déclarer un conflit d’intérêts">
      <form
        className="pv-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          void form.submit({ id: tronc.id, agentId: agentId ?? '' })
        }}
      >
        <ErrorSummary form={form} labels={{ agentId: 'Agent' }} />
        <p className="pv-muted">
          L’agent choisi ne verra plus ce dossier, ni dans les listes ni par un lien, quel que soit son rôle.
        </p>
        <Select
          id={form.idOf('agentId')}
          error={form.errors['agentId'] === undefined ? undefined : 'Choisissez l’agent concerné.'}
          label="Agent concerné"
          searchable
          data={[...concernables]}
          value={agentId}
          onChange={setAgentId}
          nothingFoundMessage="Aucun agent de ce nom."
          openOnFocus={false}
          data-autofocus
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Lui retirer le dossier
          </Button>
        </div>
      </form>
    </Modal>
  )
}
