import { Textarea, TextInput } from '@mantine/core'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'

export interface AffaireSaisie {
  readonly titre: string
  readonly depuisLe: string
  readonly motif: string
}

export const LABELS_D_AFFAIRE = {
  titre: 'Titre',
  depuisLe: 'Depuis le',
  motif: 'Ce qui réunit ces dossiers',
} as const

export interface ChampsDAffaireProps {
  readonly valeur: AffaireSaisie
  readonly onChange: (valeur: AffaireSaisie) => void
  readonly champ: (path: string) => { id: string; error: string | undefined }
}

/** Title, day and reason of an affaire. */
export function ChampsDAffaire({ valeur, onChange, champ }: ChampsDAffaireProps) {
  const { today } = useWebSession()
  return (
    <>
      <TextInput
        {...champ('titre')}
        label={LABELS_D_AFFAIRE.titre}
        placeholder="Panne de chauffage en pneumologie"
        value={valeur.titre}
        maxLength={200}
        autoComplete="off"
        onChange={(e) => onChange({ ...valeur, titre: e.currentTarget.value })}
        data-autofocus
      />
      <DayField
        {...champ('depuisLe')}
        label={LABELS_D_AFFAIRE.depuisLe}
        description="Le jour des faits, ou du premier d’entre eux."
        value={valeur.depuisLe}
        max={today}
        onChange={(depuisLe) => onChange({ ...valeur, depuisLe })}
      />
      <Textarea
        {...champ('motif')}
        label={`${LABELS_D_AFFAIRE.motif} (facultatif)`}
        value={valeur.motif}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(e) => onChange({ ...valeur, motif: e.currentTarget.value })}
      />
    </>
  )
}
