import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { toast } from '#platform/web/toast.tsx'
import { useOperationForm } from '#platform/web/use-operation-form.ts'
import { contract, type TroncVu } from '../contract.ts'
import { useDossier } from './dossier-context.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'

interface LeverConflitProps {
  readonly conflit: NonNullable<TroncVu['conflits']>[number]
  readonly onFermer: () => void
}

/** Gives the dossier back to an agent it was withheld from. */
export function LeverConflit({ conflit, onFermer }: LeverConflitProps) {
  const { tronc, rafraichir } = useDossier()
  const [motif, setMotif] = useState('')
  const form = useOperationForm(contract.leverConflit, async () => {
    toast('Conflit d’intérêts levé : cet agent voit de nouveau le dossier.')
    await rafraichir()
    onFermer()
  })
  return (
    <FenetreDeSaisie
      titre={`Lever le conflit d’intérêts de ${conflit.nom}`}
      bouton="Lever le conflit"
      saisie={{ form, actuel: null }}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void form.submit({ id: tronc.id, agentId: conflit.agentId, motif })}
    >
      <p className="pv-muted">
        {conflit.nom} verra de nouveau ce dossier, autant que son rôle et ses services le permettent.
      </p>
      <Textarea
        {...form.field('motif')}
        label="Motif"
        placeholder="Déclaré par erreur, la personne concernée n’est plus en lien…"
        value={motif}
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
