import classes from './nouvelle-reclamation.module.css'

export interface ChoixProps<V extends string> {
  /** id of the first choice: where an error leads */
  readonly id: string
  readonly legende: string
  readonly error: string | undefined
  readonly choix: readonly { readonly value: V; readonly label: string }[]
  readonly valeur: V | null
  readonly onChange: (valeur: V) => void
}

/** A few choices side by side: native radio buttons, so that arrows, phones and screen readers know them. */
export function Choix<V extends string>({ id, legende, error, choix, valeur, onChange }: ChoixProps<V>) {
  return (
    <fieldset
      className={classes['choix']}
      {...(error === undefined ? {} : { 'aria-describedby': `${id}-erreur`, 'data-error': true })}
    >
      <legend>{legende}</legend>
      <div className={classes['options']}>
        {choix.map(({ value, label }, rang) => (
          <label key={value} className={classes['option']}>
            <input
              id={rang === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={valeur === value}
              onChange={() => onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-erreur`} className={classes['erreur']}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
