import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { contract, NATURES_DE_LIEN } from '../contract.ts'
import { FenetreDeSaisie } from './fenetre-de-saisie.tsx'
import { NATURE_DE_LIEN } from './labels.ts'
import { useSaisieDeDossier } from './use-saisie-de-dossier.ts'

const natures = NATURES_DE_LIEN.map((value) => ({ value, label: NATURE_DE_LIEN[value] }))

/** Links this dossier to another one, by its number. */
export function LierDossier({ onFermer }: { onFermer: () => void }) {
  const [numero, setNumero] = useState('')
  const [nature, setNature] = useState<(typeof NATURES_DE_LIEN)[number]>('meme-affaire')
  const saisie = useSaisieDeDossier(contract.lier, { annonce: 'Dossiers liés.', onFait: onFermer })
  return (
    <FenetreDeSaisie
      titre="Lier à un autre dossier"
      bouton="Lier"
      saisie={saisie}
      labels={{ numero: 'Numéro', nature: 'Lien' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, numero: numero.trim(), nature }))}
    >
      <TextInput
        {...saisie.form.field('numero')}
        label="Numéro du dossier"
        placeholder="REC-2026-00042"
        value={numero}
        autoComplete="off"
        onChange={(e) => setNumero(e.currentTarget.value)}
        data-autofocus
      />
      <Select
        {...saisie.form.field('nature')}
        label="Lien"
        data={natures}
        value={nature}
        allowDeselect={false}
        onChange={(v) => setNature(NATURES_DE_LIEN.find((une) => une === v) ?? nature)}
      />
    </FenetreDeSaisie>
  )
}
