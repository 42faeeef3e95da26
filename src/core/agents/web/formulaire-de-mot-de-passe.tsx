import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import { MotDePasseNeuf } from './mot-de-passe-neuf.tsx'

/** The current password, then the new one, once: it can be read while typing. */
export function FormulaireDeMotDePasse({ onSuccess }: { onSuccess: () => void | Promise<void> }) {
  const [ancien, setAncien] = useState('')
  const [nouveau, setNouveau] = useState('')
  const form = useOperationForm(contract.changerMotDePasse, onSuccess)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ ancien, nouveau })
  }
  return (
    <form className="pv-form" onSubmit={submit} noValidate>
      <ErrorSummary form={form} labels={{ ancien: 'Mot de passe actuel', nouveau: 'Nouveau mot de passe' }} />
      <PasswordInput
        {...form.field('ancien')}
        label="Mot de passe actuel"
        value={ancien}
        onChange={(event) => setAncien(event.currentTarget.value)}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Afficher le mot de passe actuel' }}
        required
        withAsterisk={false}
      />
      <MotDePasseNeuf
        {...form.field('nouveau')}
        label="Nouveau mot de passe"
        value={nouveau}
        onChange={setNouveau}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.pending}>
          Changer le mot de passe
        </Button>
      </div>
    </form>
  )
}
