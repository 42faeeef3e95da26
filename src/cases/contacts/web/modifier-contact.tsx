import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FenetreDeSaisie, useSaisieDeDossier } from '#core/dossiers/web/index.ts'
import { ChoiceField } from '#platform/web/choice-field.tsx'
import { type ContactVu, contract } from '../contract.ts'
import { ORIENTATIONS } from '../domain/model.ts'
import { CHOIX_DES_MOTIFS, CHOIX_DES_ORIENTATIONS } from './champs.tsx'

/** Corrects why the person came, or where she was sent. */
export function ModifierContact({ vue, onFermer }: { vue: ContactVu; onFermer: () => void }) {
  const [motif, setMotif] = useState(vue.motif)
  const [orientation, setOrientation] = useState(vue.orientation)
  const [precision, setPrecision] = useState(vue.orientationPrecision)
  const saisie = useSaisieDeDossier(contract.modifier, { annonce: 'Contact modifié.', onFait: onFermer })
  return (
    <FenetreDeSaisie
      titre="Motif et orientation"
      bouton="Enregistrer"
      saisie={saisie}
      onFermer={onFermer}
      onEnvoyer={() =>
        void saisie.envoyer((cible) => ({ ...cible, motif, orientation, orientationPrecision: precision }))
      }
    >
      <ChoiceField
        {...saisie.form.field('motif')}
        label="Motif"
        choices={CHOIX_DES_MOTIFS}
        value={motif}
        onChange={setMotif}
      />
      <Select
        {...saisie.form.field('orientation')}
        label="Orientation"
        placeholder="Aucune"
        data={CHOIX_DES_ORIENTATIONS}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Retirer l’orientation' }}
        value={orientation}
        nothingFoundMessage="Aucune orientation de ce nom"
        onChange={(v) => setOrientation(ORIENTATIONS.find((o) => o === v) ?? null)}
      />
      <TextInput
        {...saisie.form.field('orientationPrecision')}
        label="Précision"
        value={precision}
        maxLength={500}
        autoComplete="off"
        onChange={(e) => setPrecision(e.currentTarget.value)}
      />
    </FenetreDeSaisie>
  )
}
