import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../contract.ts'
import { LIBELLES_DES_RAISONS, RAISONS_CHOISIES } from '../domain/protection.ts'
import { useDossier } from './dossier-context.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { CLASSE } from './labels.ts'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

/** Makes a dossier sensitive, or ordinary again, with a reason that stays in its timeline. */
export function ChangerLaClasse({ onFermer }: { onFermer: () => void }) {
  const { tronc } = useDossier()
  const classe = tronc.classe === 'sensible' ? 'ordinaire' : 'sensible'
  const [raison, setRaison] = useState<(typeof RAISONS_CHOISIES)[number]>('agent-soigne')
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
      labels={{ raison: 'Raison', motif: 'Motif' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, classe, raison, motif }))}
      comparer={(actuel) => [
        { libelle: 'Protection', mienne: CLASSE[classe].libelle, actuelle: CLASSE[actuel.classe].libelle },
      ]}
    >
      <p className="pv-muted">Il sera ensuite {CLASSE[classe].qui.replace(/^V/, 'v')}</p>
      {classe === 'sensible' && (
        <Select
          {...saisie.form.field('raison')}
          label="Raison"
          data={RAISONS_CHOISIES.map((value) => ({ value, label: LIBELLES_DES_RAISONS[value] }))}
          value={raison}
          allowDeselect={false}
          onChange={(v) => setRaison(RAISONS_CHOISIES.find((une) => une === v) ?? raison)}
        />
      )}
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
