import { Switch, TextInput } from '@mantine/core'
import type { OperationForm } from '#platform/web/use-operation-form.ts'

export interface ListeNommee {
  readonly nom: string
  readonly estPartagee: boolean
}

export interface ChampsDeListeProps {
  readonly form: Pick<OperationForm<never, unknown>, 'field'>
  readonly valeur: ListeNommee
  readonly peutPartager: boolean
  readonly onChange: (valeur: ListeNommee) => void
}

export const LABELS_DE_LISTE = { nom: 'Nom de la liste', estPartagee: 'Partage' } as const

/** Name of a saved list, and whether the department sees it. */
export function ChampsDeListe({ form, valeur, peutPartager, onChange }: ChampsDeListeProps) {
  return (
    <>
      <TextInput
        {...form.field('nom')}
        label={LABELS_DE_LISTE.nom}
        description="Les filtres, l’ordre et les colonnes sont gardés. Les mots cherchés ne le sont pas : ils peuvent nommer quelqu’un."
        value={valeur.nom}
        onChange={(event) => onChange({ ...valeur, nom: event.currentTarget.value })}
        data-autofocus
        autoComplete="off"
      />
      {peutPartager && (
        <Switch
          label="Partager avec le service des relations avec les usagers"
          description="Vos collègues la verront dans leurs listes. Chacun n’y trouve que les dossiers qu’il a le droit de voir."
          checked={valeur.estPartagee}
          onChange={(event) => onChange({ ...valeur, estPartagee: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
