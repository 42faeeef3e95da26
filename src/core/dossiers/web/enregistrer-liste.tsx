import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { ErrorSummary } from '#platform/web/error-summary.tsx'
import { useGoTo } from '#platform/web/navigation.ts'
import { useInvalidate } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract } from '../contract.ts'
import type { Criteres } from '../contract-criteres.ts'
import type { Colonne } from '../domain/colonnes.ts'
import { ChampsDeListe, LABELS_DE_LISTE, type ListeNommee } from './champs-de-liste.tsx'
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
  const [valeur, setValeur] = useState<ListeNommee>({ nom: '', estPartagee: false })
  const form = useOperationForm(contract.enregistrerListe, async ({ id }) => {
    await invalidate(contract.listerListes)
    toast(`Liste « ${valeur.nom.trim()} » enregistrée.`)
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
          void form.submit({ ...valeur, criteres: gardes, colonnes: [...colonnes] })
        }}
      >
        <ErrorSummary form={form} labels={LABELS_DE_LISTE} />
        <ChampsDeListe form={form} valeur={valeur} peutPartager={peutPartager} onChange={setValeur} />
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
