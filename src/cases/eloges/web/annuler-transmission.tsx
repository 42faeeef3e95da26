import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { contract } from '../contract.ts'
import type { TransmissionVue } from '../contract-transmission.ts'

/** Noted by mistake: it never happened. */
export function AnnulerTransmission({
  transmission,
  onFermer,
}: {
  transmission: TransmissionVue
  onFermer: () => void
}) {
  const [motif, setMotif] = useState('')
  const saisie = useSaisieDeDossier(contract.annulerTransmission, {
    annonce: 'Transmission annulée.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={`Annuler la transmission à « ${transmission.structure.nom} »`}
      bouton="Annuler la transmission"
      taille="md"
      saisie={saisie}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, transmissionId: transmission.id, motif }))}
      comparer={() => []}
    >
      <p>
        Elle restera au dossier, annulée. Si aucune équipe ne l’a plus, l’éloge sera de nouveau à transmettre.
      </p>
      <Textarea
        {...saisie.form.field('motif')}
        label="Motif"
        placeholder="Autre service remercié, fiche non remise…"
        value={motif}
        data-autofocus
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
      />
    </FenetreDeSaisie>
  )
}
