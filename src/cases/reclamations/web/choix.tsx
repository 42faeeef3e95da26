import { ChoiceField } from '#platform/web/choice-field.tsx'

export interface ChoixProps<V extends string> {
  /** id of the first choice: where an error leads */
  readonly id: string
  readonly legende: string
  readonly error: string | undefined
  readonly choix: readonly { readonly value: V; readonly label: string }[]
  readonly valeur: V | null
  readonly onChange: (valeur: V) => void
}

/** A few choices side by side. */
export const Choix = <V extends string>({ legende, choix, valeur, ...reste }: ChoixProps<V>) => (
  <ChoiceField label={legende} choices={choix} value={valeur} {...reste} />
)
