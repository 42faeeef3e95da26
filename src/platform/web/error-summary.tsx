import { type MouseEvent, useEffect, useRef } from 'react'
import type { FieldErrors, OperationForm } from './use-operation-form.ts'

export interface ErrorSummaryProps {
  readonly form: Pick<OperationForm<never, unknown>, 'errors' | 'problem' | 'attempt' | 'idOf'>
  /** field path → its label, to name it in the summary */
  readonly labels?: Readonly<Record<string, string>>
  /** wording of a domain refusal */
  readonly refusals?: Readonly<Record<string, string>>
}

/** `adresse.2` → `adresse.2`, `adresse`: a line of a list is corrected in the field of the list. */
const ancestors = (path: string): readonly string[] =>
  path.includes('.') ? [path, ...ancestors(path.slice(0, path.lastIndexOf('.')))] : [path]

const firstKnown = <T,>(path: string, find: (path: string) => T | null | undefined): T | null => {
  for (const one of ancestors(path)) {
    const found = find(one)
    if (found !== null && found !== undefined) return found
  }
  return null
}

/** In the order of the form, which is that of its labels. */
function ordered(
  errors: FieldErrors,
  labels: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const order = Object.keys(labels)
  const rank = (path: string): number =>
    firstKnown(path, (one) => (one in labels ? order.indexOf(one) : null)) ?? order.length
  return Object.entries(errors).sort(([a], [b]) => rank(a) - rank(b))
}

function jumpTo(event: MouseEvent<HTMLAnchorElement>, path: string, idOf: (path: string) => string): void {
  const target = firstKnown(path, (one) => document.getElementById(idOf(one)))
  if (target === null) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

function labelled(path: string, sentence: string, labels: Readonly<Record<string, string>>): string {
  const label = firstKnown(path, (one) => labels[one])
  return label === null ? sentence : `${label}\u00a0: ${sentence}`
}

/** What is to be corrected, at the top of a form: takes the focus after each refused sending. */
export function ErrorSummary({ form, labels = {}, refusals = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const entries = ordered(form.errors, labels)
  const shown = entries.length > 0 || form.problem !== null
  useEffect(() => {
    if (form.attempt > 0) box.current?.focus()
  }, [form.attempt])
  if (!shown) return null
  const message =
    form.problem === null
      ? null
      : ((form.problem.refus === null ? undefined : refusals[form.problem.refus]) ?? form.problem.message)
  return (
    <div ref={box} className="pv-summary" role="alert" tabIndex={-1}>
      {message !== null && <p>{message}</p>}
      {entries.length > 0 && (
        <>
          <p>
            <strong>
              {entries.length === 1 ? 'Un champ est à corriger.' : 'Des champs sont à corriger.'}
            </strong>
          </p>
          <ul>
            {entries.map(([path, sentence]) => (
              <li key={path}>
                <a href={`#${form.idOf(path)}`} onClick={(event) => jumpTo(event, path, form.idOf)}>
                  {labelled(path, sentence, labels)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
