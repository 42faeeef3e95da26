import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type CourrierVu, contract } from '../contract.ts'
import { FenetreDeCourrierASaisir } from './fenetre-de-courrier-a-saisir.tsx'
import { useSaisieDeCourrier } from './use-saisie-de-courrier.ts'

/** A letter that will not leave, with the reason. */
export function Abandonner({ courrier, onFermer }: { courrier: CourrierVu; onFermer: () => void }) {
  const [motif, setMotif] = useState('')
  const saisie = useSaisieDeCourrier(courrier, contract.abandonner, {
    annonce: 'Ce courrier ne partira pas.',
    onFait: onFermer,
  })
  return (
    <FenetreDeCourrierASaisir
      courrier={courrier}
      titre={`Ne pas envoyer : ${courrier.libelle}`}
      bouton="Ne pas envoyer"
      saisie={saisie}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, motif }))}
    >
      <p className="pv-muted">
        La lettre reste au dossier, avec ce motif. Vous pourrez en préparer une autre.
      </p>
      <TextInput
        {...saisie.form.field('motif')}
        label="Pourquoi"
        maxLength={500}
        value={motif}
        onChange={(e) => setMotif(e.currentTarget.value)}
        data-autofocus
      />
    </FenetreDeCourrierASaisir>
  )
}
