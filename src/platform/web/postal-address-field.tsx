import { Textarea } from '@mantine/core'

export interface PostalAddressFieldProps {
  readonly id: string
  /** errors of the form: those of the list and of each of its lines */
  readonly errors: Readonly<Record<string, string>>
  /** path of the list in the form */
  readonly path: string
  readonly label: string
  readonly description?: string
  /** what is typed, line breaks included */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLineLength?: number
}

/** The lines of an address typed as one text: blank lines at the ends do not count. */
export const addressLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const errorOf = (errors: Readonly<Record<string, string>>, path: string): string | undefined => {
  const own = errors[path]
  if (own !== undefined) return own
  const line = Object.entries(errors).find(([key]) => key.startsWith(`${path}.`))
  return line === undefined ? undefined : `Ligne ${Number(line[0].slice(path.length + 1)) + 1} : ${line[1]}`
}

/** An address as it will be printed: typed in one go, shown in the window of an envelope, lines too long said at once. */
export function PostalAddressField(props: PostalAddressFieldProps) {
  const { id, errors, path, label, description, value, onChange, maxLineLength = 38 } = props
  const lines = addressLines(value)
  const tooLong = lines.findIndex((line) => line.length > maxLineLength)
  const live =
    tooLong === -1
      ? undefined
      : `La ligne ${tooLong + 1} compte ${lines[tooLong]?.length} caractères : une ligne d’enveloppe en tient ${maxLineLength}.`
  return (
    <div className="pv-form-columns">
      <Textarea
        id={id}
        label={label}
        description={description}
        error={live ?? errorOf(errors, path)}
        value={value}
        minRows={4}
        maxRows={7}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <div className="pv-envelope" aria-hidden="true">
        <span className="pv-envelope-label">Sur l’enveloppe</span>
        {lines.length === 0 ? (
          <span className="pv-muted">…</span>
        ) : (
          lines.map((line, rank) => (
            // Lines have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a line is its identity
            <span key={rank} className={line.length > maxLineLength ? 'pv-envelope-long' : undefined}>
              {line}
            </span>
          ))
        )}
      </div>
    </div>
  )
}
