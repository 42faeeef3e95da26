import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../contract.ts'
import { useDossier } from './dossier-context.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { CLASSE } from './labels.ts'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Makes a dossier sensitive, or ordinary again, with a reason that stays in its timeline. */
export function ChangerLaClasse({ onFermer }: { onFermer: () => void }) {
  const { tronc } = useDossier()
  const classe = tronc.classe === 'sensible' ? 'ordinaire' : 'sensible'
  const [motif, setMotif] = useState('')
  const saisie = useSaisieDeDossier(contract.classer, {
    annonce: classe === 'sensible' ? 'Dossier protégé.' : 'Dossier redevenu ordinaire.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre={classe === 'sensible' ? 'Protéger ce dossier' : 'Lever la protection'}
      bouton={classe === 'sensible' ? 'Protéger' : 'Lever la protection'}
      saisie={saisie}
      labels={{ motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, classe, motif }))}
      comparer={(actuel) => [
        { libelle: 'Protection', mienne: CLASSE[classe].libelle, actuelle: CLASSE[actuel.classe].libelle },
      ]}
    >
      <p className="pv-muted">Il sera ensuite {CLASSE[classe].qui.replace(/^V/, 'v')}</p>
      <Textarea
        {...saisie.form.field('motif')}
        label="Motif"
        value={motif}
        maxLength={1000}
        onChange={(e) => setMotif(e.currentTarget.value)}
        data-autofocus
      />
    </FenetreDeSaisie>
  )
}
