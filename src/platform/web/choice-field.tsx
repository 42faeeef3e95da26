export interface ChoiceFieldProps<V extends string> {
  /** id of the first choice: where an error leads */
  readonly id: string
  readonly label: string
  readonly error: string | undefined
  readonly choices: readonly { readonly value: V; readonly label: string }[]
  readonly value: V | null
  readonly onChange: (value: V) => void
}

/** A few choices side by side: native radio buttons, so that arrows, phones and screen readers know them. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { id, label, error, choices, value, onChange } = props
  return (
    <fieldset
      className="pv-choice"
      {...(error === undefined ? {} : { 'aria-describedby': `${id}-error`, 'data-error': true })}
    >
      <legend>{label}</legend>
      <div className="pv-choice-options">
        {choices.map((choice, rank) => (
          <label key={choice.value} className="pv-choice-option">
            <input
              id={rank === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="pv-choice-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
