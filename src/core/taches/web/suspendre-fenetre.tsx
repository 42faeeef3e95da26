import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie } from '#core/dossiers/web/index.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type TacheVue } from '../contract.ts'

/** Holds the chase of one request back, and says why. */
export function SuspendreFenetre({ tache, onFermer }: { tache: TacheVue; onFermer: () => void }) {
  const invalider = useInvalidateAll()
  const [motif, setMotif] = useState('')
  const form = useOperationForm(contract.suspendreLesRelances, async () => {
    toast('Relances suspendues pour cette demande.')
    await invalider()
    onFermer()
  })
  return (
    <FenetreDeSaisie
      titre="Suspendre les relances"
      bouton="Suspendre les relances"
      taille="md"
      saisie={{ form, actuel: null }}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void form.submit({ id: tache.id, version: tache.version, motif })}
    >
      <p>
        Plus aucun courriel ne partira de lui-même pour cette demande, qui reste en attente. Le motif reste au
        dossier.
      </p>
      <Textarea
        {...form.field('motif')}
        label="Motif"
        placeholder="Réponse promise par téléphone pour vendredi, cadre en congé…"
        value={motif}
        data-autofocus
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
      />
    </FenetreDeSaisie>
  )
}
