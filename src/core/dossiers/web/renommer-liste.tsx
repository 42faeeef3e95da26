import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useInvalidate } from '#platform/web/query.ts'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { ListeEnregistree } from '../contract-listes.ts'
import { ChampsDeListe, LABELS_DE_LISTE, type ListeNommee } from './champs-de-liste.tsx'

export interface RenommerListeProps {
  readonly liste: ListeEnregistree
  readonly peutPartager: boolean
  readonly onFermer: () => void
}

/** Name and sharing of a saved list, in place. */
export function RenommerListe({ liste, peutPartager, onFermer }: RenommerListeProps) {
  const invalidate = useInvalidate()
  const [valeur, setValeur] = useState<ListeNommee>(liste)
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
        void form.submit({
          id,
          version,
          criteres,
          colonnes,
          nom: valeur.nom,
          estPartagee: valeur.estPartagee,
        })
      }}
    >
      <ErrorSummary form={form} labels={LABELS_DE_LISTE} />
      <ChampsDeListe
        form={form}
        valeur={valeur}
        peutPartager={peutPartager && liste.estMienne}
        onChange={setValeur}
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
  )
}
