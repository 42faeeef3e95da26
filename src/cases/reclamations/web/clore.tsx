import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { contract } from '../contract.ts'

export interface CloreProps {
  /** services have griefs, and none was given the conclusions yet */
  readonly avecRestitution: boolean
  readonly onFermer: () => void
  readonly onRestituer: () => void
}

/** Closes an answered complaint, then lets the services read what was concluded. */
export function Clore({ avecRestitution, onFermer, onRestituer }: CloreProps) {
  const [restituer, setRestituer] = useState(avecRestitution)
  const saisie = useSaisieDeDossier(contract.clore, {
    annonce: 'Réclamation close.',
    onFait: () => (restituer ? onRestituer() : onFermer()),
  })
  return (
    <FenetreDeSaisie
      titre="Clore la réclamation"
      bouton="Clore"
      taille="md"
      saisie={saisie}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => cible)}
    >
      <p className="pv-muted">
        La réponse est partie et chaque grief a son constat. Les mesures promises restent suivies après la
        clôture ; un nouveau courrier de la personne peut rouvrir le dossier.
      </p>
      {avecRestitution && (
        <Checkbox
          checked={restituer}
          label="Restituer ensuite aux services"
          description="Chacun lit ce qui a été conclu de ses griefs et ce qui change, et le confirme."
          onChange={(e) => setRestituer(e.currentTarget.checked)}
        />
      )}
    </FenetreDeSaisie>
  )
}
