import { type MouseEvent, useEffect, useRef } from 'react'
import type { OperationForm } from './use-operation-form.ts'

export interface ErrorSummaryProps {
  readonly form: Pick<OperationForm<never, unknown>, 'errors' | 'problem' | 'attempt' | 'idOf'>
  /** field path → its label, to name it in the summary */
  readonly labels?: Readonly<Record<string, string>>
  /** wording of a domain refusal */
  readonly refusals?: Readonly<Record<string, string>>
}

function jumpTo(event: MouseEvent<HTMLAnchorElement>, id: string): void {
  const target = document.getElementById(id)
  if (target === null) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}

/** What is to be corrected, at the top of a form: takes the focus after each refused sending. */
export function ErrorSummary({ form, labels = {}, refusals = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(form.errors)
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
                <a href={`#${form.idOf(path)}`} onClick={(event) => jumpTo(event, form.idOf(path))}>
                  {labels[path] === undefined ? sentence : `${labels[path]} : ${sentence}`}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
