import { Button, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidate } from '#platform/web/query.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { ListeEnregistree } from '../contract-listes.ts'

export interface RenommerListeProps {
  readonly liste: ListeEnregistree
  readonly peutPartager: boolean
  readonly onFermer: () => void
}

/** Name and sharing of a saved list, in place. */
export function RenommerListe({ liste, peutPartager, onFermer }: RenommerListeProps) {
  const invalidate = useInvalidate()
  const [nom, setNom] = useState(liste.nom)
  const [estPartagee, setEstPartagee] = useState(liste.estPartagee)
  const form = useOperationForm(contract.modifierListe, async () => {
    await invalidate(contract.listerListes)
    onFermer()
  })
  const { id, version, criteres, colonnes } = liste
  return (
    <form
      className="pv-form"
      noValidate
      style={{ flex: 1 }}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit({ id, version, criteres, colonnes, nom, estPartagee })
      }}
    >
      <ErrorSummary form={form} labels={{ nom: 'Nom de la liste', estPartagee: 'Partage' }} />
      <TextInput
        {...form.field('nom')}
        label="Nom de la liste"
        value={nom}
        onChange={(event) => setNom(event.currentTarget.value)}
        data-autofocus
        autoComplete="off"
      />
      {peutPartager && liste.estMienne && (
        <Switch
          label="Partager avec le service des relations avec les usagers"
          checked={estPartagee}
          onChange={(event) => setEstPartagee(event.currentTarget.checked)}
        />
      )}
      <div className="pv-form-actions">
        <Button variant="default" onClick={onFermer}>
          Annuler
        </Button>
        <Button type="submit" loading={form.pending}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
