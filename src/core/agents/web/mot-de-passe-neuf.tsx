import { PasswordInput } from '@mantine/core'

export interface MotDePasseNeufProps {
  readonly id: string
  readonly error?: string | undefined
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const MINIMUM = 12

const conseil = (value: string): string => {
  if (value.length === 0)
    return 'Au moins 12 caractères. Une phrase de quatre ou cinq mots est plus sûre et plus facile à retenir.'
  const missing = MINIMUM - value.length
  if (missing > 1) return `Encore ${missing} caractères.`
  return missing === 1 ? 'Encore un caractère.' : 'Assez long.'
}

/** A password being chosen: length is what protects, and it can be read before it is sent. */
export function MotDePasseNeuf({ id, error, label, value, onChange }: MotDePasseNeufProps) {
  return (
    <PasswordInput
      id={id}
      error={error}
      label={label}
      description={conseil(value)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': `Afficher : ${label.toLowerCase()}` }}
      required
      withAsterisk={false}
    />
  )
}
