import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { Criteres } from '../contract-criteres.ts'
import type { Colonne } from '../domain/colonnes.ts'
import { cheminDesDossiers } from './paths.ts'

export interface EnregistrerListeProps {
  readonly criteres: Criteres
  readonly colonnes: readonly Colonne[]
  readonly peutPartager: boolean
  readonly onFermer: () => void
}

/** Gives a name to what the list shows: filters, order and columns. */
export function EnregistrerListe({ criteres, colonnes, peutPartager, onFermer }: EnregistrerListeProps) {
  const goTo = useGoTo()
  const invalidate = useInvalidate()
  const [nom, setNom] = useState('')
  const [estPartagee, setEstPartagee] = useState(false)
  const form = useOperationForm(contract.enregistrerListe, async ({ id }) => {
    await invalidate(contract.listerListes)
    toast(`Liste « ${nom.trim()} » enregistrée.`)
    onFermer()
    goTo(cheminDesDossiers(criteres, { colonnes, liste: id }), { replace: true })
  })
  const { recherche: _jamaisGardee, ...gardes } = criteres
  return (
    <Modal opened onClose={onFermer} title="Enregistrer cette liste">
      <form
        className="pv-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.submit({ nom, estPartagee, criteres: gardes, colonnes: [...colonnes] })
        }}
      >
        <ErrorSummary form={form} labels={{ nom: 'Nom de la liste' }} />
        <TextInput
          {...form.field('nom')}
          label="Nom de la liste"
          description="Les filtres, l’ordre et les colonnes sont gardés. Les mots cherchés ne le sont pas : ils peuvent nommer quelqu’un."
          value={nom}
          onChange={(event) => setNom(event.currentTarget.value)}
          data-autofocus
          autoComplete="off"
        />
        {peutPartager && (
          <Switch
            label="Partager avec le service des relations avec les usagers"
            description="Vos collègues la verront dans leurs listes. Chacun n’y trouve que les dossiers qu’il a le droit de voir."
            checked={estPartagee}
            onChange={(event) => setEstPartagee(event.currentTarget.checked)}
          />
        )}
        <div className="pv-form-actions">
          <Button variant="default" onClick={onFermer}>
            Annuler
          </Button>
          <Button type="submit" loading={form.pending}>
            Enregistrer la liste
          </Button>
        </div>
      </form>
    </Modal>
  )
}
