import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie } from '#core/dossiers/web/index.ts'
import { useInvalidateAll } from '#platform/web/query.ts'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type TacheVue } from '../contract.ts'

/** Waits no longer for an answer, and says why. */
export function AnnulerFenetre({ tache, onFermer }: { tache: TacheVue; onFermer: () => void }) {
  const invalider = useInvalidateAll()
  const [motif, setMotif] = useState('')
  const form = useOperationForm(contract.annuler, async () => {
    toast('Demande annulée.')
    await invalider()
    onFermer()
  })
  return (
    <FenetreDeSaisie
      titre="Annuler la demande"
      bouton="Annuler la demande"
      taille="md"
      saisie={{ form, actuel: null }}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void form.submit({ id: tache.id, version: tache.version, motif })}
    >
      <p>Le lien dira au service que sa réponse n’est plus attendue. Le motif reste au dossier.</p>
      <Textarea
        {...form.field('motif')}
        label="Motif"
        placeholder="Réponse reçue de vive voix, demande faite à un autre service…"
        value={motif}
        data-autofocus
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
      />
    </FenetreDeSaisie>
  )
}
