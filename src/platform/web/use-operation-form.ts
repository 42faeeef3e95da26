import { useCallback, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Operation } from '../contract.ts'
import { callOperation } from './client.ts'
import { type ProblemError, toProblem } from './problem-error.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

export type FieldErrors = Readonly<Record<string, string>>

/** An input some of whose fields were not answered yet: the contract says which. */
export type Incomplete<I> = { readonly [K in keyof I]: I[K] | null }

export interface OperationForm<I, O> {
  /** validates, sends, reports; resolves to the output, or null when something is to be corrected */
  submit: (input: I | Incomplete<I>) => Promise<O | null>
  pending: boolean
  errors: FieldErrors
  /** what is not about a field: refusal, conflict, lost connection */
  problem: ProblemError | null
  /** id and error of a field; spread on an input: `{...form.field('adresse.0')}` */
  field: (path: string) => { id: string; error: string | undefined }
  /** changes each time the summary must take the focus */
  attempt: number
  idOf: (path: string) => string
  /** forgets errors */
  clear: () => void
}

const errorsOf = (error: z.ZodError): FieldErrors => {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** Beside its fields; or, for the end of a session, in its own dialog (a refused sign-in belongs to its form). */
const isToldElsewhere = (cause: ProblemError, operation: Operation): boolean =>
  Object.keys(cause.champs).length > 0 ||
  (cause.code === 'unauthenticated' && operation.permission !== 'public')

/**
 * One form bound to one operation: the contract's own rules are checked before sending, the server's answers
 * land beside the same fields, and an idempotent creation keeps its key until it succeeds.
 */
export function useOperationForm<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  onSuccess?: (output: z.output<O>) => void | Promise<void>,
): OperationForm<z.input<I>, z.output<O>> {
  const prefix = useId()
  const key = useIdempotencyKey()
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [attempt, setAttempt] = useState(0)

  const fail = useCallback((fields: FieldErrors, cause: ProblemError | null) => {
    setErrors(fields)
    setProblem(cause)
    setAttempt((n) => n + 1)
    return null
  }, [])

  const submit = async (typed: z.input<I> | Incomplete<z.input<I>>): Promise<z.output<O> | null> => {
    // A second click before React has disabled the button must not send twice.
    if (busy.current) return null
    const parsed = operation.input.safeParse(typed)
    if (!parsed.success) return fail(errorsOf(parsed.error), null)
    // What the contract accepted is an input of it.
    const input = typed as z.input<I>
    busy.current = true
    setPending(true)
    try {
      const options = operation.idempotent === true ? { idempotencyKey: key.current() } : {}
      const output = await callOperation(operation, input, options)
      key.renew()
      setErrors({})
      setProblem(null)
      await onSuccess?.(output)
      return output
    } catch (error) {
      const cause = toProblem(error)
      return fail(cause.champs, isToldElsewhere(cause, operation) ? null : cause)
    } finally {
      busy.current = false
      setPending(false)
    }
  }

  const idOf = (path: string): string => `${prefix}-${path.replaceAll('.', '-')}`
  return {
    submit,
    pending,
    errors,
    problem,
    attempt,
    idOf,
    field: (path) => ({ id: idOf(path), error: errors[path] }),
    clear: () => {
      setErrors({})
      setProblem(null)
    },
  }
}
