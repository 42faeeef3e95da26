import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { type AgentVu, contract } from '../contract.ts'
import { ChampMotDePasseProvisoire } from './champ-mot-de-passe-provisoire.tsx'
import { motDePasseProvisoire } from './mot-de-passe-provisoire.ts'

/** A new password given to someone: proposed, readable, changed at their next sign-in. */
export function ReinitialiserMotDePasse({ agent, onClose }: { agent: AgentVu; onClose: () => void }) {
  const [motDePasse, setMotDePasse] = useState(motDePasseProvisoire)
  const form = useOperationForm(contract.reinitialiserMotDePasse, () => {
    toast(`Nouveau mot de passe donné à ${agent.prenom} ${agent.nom}.`)
    onClose()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ id: agent.id, motDePasse })
  }
  return (
    <Modal opened onClose={onClose} title={`Nouveau mot de passe pour ${agent.prenom} ${agent.nom}`}>
      <form className="pv-form" onSubmit={submit} noValidate>
        <ErrorSummary form={form} />
        <ChampMotDePasseProvisoire
          {...form.field('motDePasse')}
          value={motDePasse}
          onChange={setMotDePasse}
        />
        <div className="pv-form-actions">
          <Button variant="default" onClick={onClose}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Donner ce mot de passe
          </Button>
        </div>
      </form>
    </Modal>
  )
}
