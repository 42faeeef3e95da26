import { TextInput } from '@mantine/core'
import { DayField } from '#platform/web/day-field.tsx'
import { useWebSession } from '#platform/web/session-context.ts'
import type { OperationForm } from '#platform/web/use-operation-form.ts'
import type { ModeDEnvoi } from '../domain/etat.ts'

export interface PrecisionsDEnvoi {
  readonly envoyeLe: string
  readonly numero: string
  readonly remisA: string
}

export interface NoterEnvoiProps {
  readonly form: Pick<OperationForm<never, unknown>, 'field'>
  readonly mode: ModeDEnvoi
  readonly precisions: PrecisionsDEnvoi
  readonly onChange: (precisions: PrecisionsDEnvoi) => void
}

/** What is to be told of a letter that left by someone's hand. */
export function NoterEnvoi({ form, mode, precisions, onChange }: NoterEnvoiProps) {
  const { today } = useWebSession()
  return (
    <>
      {mode === 'recommande' && (
        <TextInput
          {...form.field('numero')}
          label="Numéro du recommandé"
          description="Treize caractères, sur l’étiquette : 1A 123 456 7890 1."
          value={precisions.numero}
          maxLength={40}
          onChange={(e) => onChange({ ...precisions, numero: e.currentTarget.value })}
        />
      )}
      {mode === 'main-propre' && (
        <TextInput
          {...form.field('remisA')}
          label="Remis à"
          description="Qui a reçu la lettre en mains. Vous pourrez joindre son récépissé ensuite."
          value={precisions.remisA}
          maxLength={200}
          onChange={(e) => onChange({ ...precisions, remisA: e.currentTarget.value })}
        />
      )}
      <DayField
        {...form.field('envoyeLe')}
        label="Parti le"
        description="Une fois posté, remis ou envoyé. Vous pouvez aussi fermer cette fenêtre et le noter plus tard."
        value={precisions.envoyeLe}
        max={today}
        onChange={(envoyeLe) => onChange({ ...precisions, envoyeLe })}
      />
    </>
  )
}
