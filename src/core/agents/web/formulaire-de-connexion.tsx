import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'

/** Escape, typed here, must not close the dialog whose typed content waits underneath. */
export const ECHAP_RETENU = { 'data-mantine-stop-propagation': 'true' }

/** Login and password. What was typed stays after a refusal, the password included: a typo is corrected, not redone. */
export function FormulaireDeConnexion({ onSuccess }: { onSuccess: () => Promise<void> }) {
  const [identifiant, setIdentifiant] = useState('')
  const [motDePasse, setMotDePasse] = useState('')
  const form = useOperationForm(contract.ouvrirSession, onSuccess)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void form.submit({ identifiant: identifiant.trim(), motDePasse })
  }
  return (
    <form className="pv-form" onSubmit={submit} noValidate>
      <ErrorSummary form={form} labels={{ identifiant: 'Identifiant', motDePasse: 'Mot de passe' }} />
      <TextInput
        {...ECHAP_RETENU}
        {...form.field('identifiant')}
        label="Identifiant"
        value={identifiant}
        onChange={(event) => setIdentifiant(event.currentTarget.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        required
        withAsterisk={false}
      />
      <PasswordInput
        {...ECHAP_RETENU}
        {...form.field('motDePasse')}
        label="Mot de passe"
        value={motDePasse}
        onChange={(event) => setMotDePasse(event.currentTarget.value)}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ ...ECHAP_RETENU, 'aria-label': 'Afficher le mot de passe' }}
        required
        withAsterisk={false}
      />
      <Button {...ECHAP_RETENU} type="submit" loading={form.pending} fullWidth mt={4}>
        Se connecter
      </Button>
    </form>
  )
}
