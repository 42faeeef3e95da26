import { z } from 'zod'
import { AppError, ERRORS, type ErrorDetails } from '../errors.ts'
import { textDefect } from '../texte.ts'

/** What a caller receives for any failure (RFC 9457 shape, with our code and field messages). */
export interface Problem extends ErrorDetails {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly correlationId: string
}

const UNREADABLE: Readonly<Record<number, string>> = {
  400: 'La demande est illisible.',
  413: 'La demande dépasse la taille permise.',
  415: 'Ce format de demande n’est pas accepté.',
}

function statusOf(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

/** Turns any failure into what the caller may know: our errors as they are, the rest without a detail. */
export function problemOf(error: unknown, correlationId: string): Problem {
  if (error instanceof AppError) {
    const { status, title } = ERRORS[error.code]
    return { status, code: error.code, title, correlationId, ...error.details }
  }
  const status = statusOf(error)
  if (status < 500) {
    return {
      status,
      code: 'invalid',
      title: UNREADABLE[status] ?? 'La demande n’est pas recevable.',
      correlationId,
    }
  }
  return {
    status: 500,
    code: 'unexpected',
    title: `Une erreur imprévue s’est produite. Votre saisie est gardée. Donnez ce numéro à votre administrateur : ${correlationId}.`,
    correlationId,
  }
}

const fieldsOf = (error: z.ZodError): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  return fields
}

/** No form is nested this deep: past it, reading the input would exhaust the stack. */
const MAX_DEPTH = 64

function isTooDeep(value: unknown, left = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1))
}

/** First string, key included, that could not be kept byte for byte: its path, or null. */
function defectivePath(value: unknown, path: string): string | null {
  if (typeof value === 'string') return textDefect(value) === null ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`
    if (textDefect(key) !== null) return path
    const found = defectivePath(inner, here)
    if (found !== null) return found
  }
  return null
}

/** Validates what came in. Throws AppError `invalid` with one French sentence per field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  if (isTooDeep(raw)) throw new AppError('invalid', { message: 'La demande est illisible.' })
  const defective = defectivePath(raw, '')
  if (defective !== null) {
    const message =
      'Ce texte contient un caractère invisible qui ne peut pas être conservé (caractère nul ou moitié de caractère).'
    throw new AppError('invalid', { champs: { [defective]: message } })
  }
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw new AppError('invalid', { champs: fieldsOf(parsed.error) })
  return parsed.data
}

// Zod words what a schema does not: in French here.
z.config(z.locales.fr())
