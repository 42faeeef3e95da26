import { Button, TextInput } from '@mantine/core'
import { toast } from '#platform/web/toast.tsx'
import { motDePasseProvisoire } from './mot-de-passe-provisoire.ts'

export interface ChampMotDePasseProvisoireProps {
  readonly id: string
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

async function copier(value: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(value)
    toast('Mot de passe copié.')
  } catch {
    toast('Copie refusée par le navigateur : recopiez le mot de passe à la main.')
  }
}

/** A password to hand over: readable on purpose, since it serves once. */
export function ChampMotDePasseProvisoire({ id, error, value, onChange }: ChampMotDePasseProvisoireProps) {
  return (
    <div>
      <TextInput
        id={id}
        error={error}
        label="Mot de passe provisoire"
        description="Transmettez-le de vive voix. Il sera changé à la prochaine connexion."
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <div className="pv-row" style={{ gap: 4, marginTop: 4, marginLeft: -8 }}>
        <Button variant="subtle" size="compact-sm" onClick={() => void copier(value)}>
          Copier
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(motDePasseProvisoire())}>
          En proposer un autre
        </Button>
      </div>
    </div>
  )
}
