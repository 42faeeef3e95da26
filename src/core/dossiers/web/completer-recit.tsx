import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** A new version of the narrative; the earlier ones stay readable. */
export function CompleterRecit({ onFermer }: { onFermer: () => void }) {
  const { recits } = useDossier().tronc
  const [texte, setTexte] = useState(recits.toSorted((a, b) => a.rang - b.rang).at(-1)?.texte ?? '')
  const saisie = useSaisieDeDossier(contract.completerRecit, { annonce: 'Récit complété.', onFait: onFermer })
  return (
    <FenetreDeSaisie
      titre="Compléter le récit"
      bouton="Enregistrer cette version"
      taille="xl"
      saisie={saisie}
      labels={{ texte: 'Récit' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, texte }))}
    >
      <Textarea
        {...saisie.form.field('texte')}
        label="Récit"
        description="Les versions précédentes restent au dossier, telles qu’elles ont été écrites."
        minRows={12}
        maxRows={24}
        value={texte}
        onChange={(e) => setTexte(e.currentTarget.value)}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
