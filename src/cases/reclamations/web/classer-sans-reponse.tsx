import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { contract } from '../contract.ts'
import { LIBELLES_DES_MOTIFS } from '../domain/labels.ts'
import { MOTIFS_DE_CLASSEMENT, type MotifDeClassement } from '../domain/model.ts'

/** Closes a complaint nobody will be answered about, for a reason that stays in the file. */
export function ClasserSansReponse({ onFermer }: { onFermer: () => void }) {
  const [motif, setMotif] = useState<MotifDeClassement>('retiree')
  const [precision, setPrecision] = useState('')
  const saisie = useSaisieDeDossier(contract.classerSansReponse, {
    annonce: 'Réclamation close.',
    onFait: onFermer,
  })
  return (
    <FenetreDeSaisie
      titre="Clore sans réponse"
      bouton="Clore la réclamation"
      taille="md"
      saisie={saisie}
      labels={{ motif: 'Motif', precision: 'Précision' }}
      onFermer={onFermer}
      onEnvoyer={() => void saisie.envoyer((cible) => ({ ...cible, motif, precision }))}
    >
      <Select
        {...saisie.form.field('motif')}
        label="Pourquoi cette réclamation reste sans réponse"
        data={MOTIFS_DE_CLASSEMENT.map((value) => ({ value, label: LIBELLES_DES_MOTIFS[value] }))}
        value={motif}
        allowDeselect={false}
        onChange={(value) => setMotif(MOTIFS_DE_CLASSEMENT.find((m) => m === value) ?? motif)}
        data-autofocus
      />
      <Textarea
        {...saisie.form.field('precision')}
        label="Précision"
        value={precision}
        maxLength={1000}
        onChange={(e) => setPrecision(e.currentTarget.value)}
      />
    </FenetreDeSaisie>
  )
}
