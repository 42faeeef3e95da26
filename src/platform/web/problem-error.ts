import { z } from 'zod'
import type { ErrorCode } from '../errors.ts'

const problemDocument = z.object({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  refus: z.string().optional(),
  message: z.string().optional(),
  champs: z.record(z.string(), z.string()).optional(),
  actuel: z.unknown().optional(),
  correlationId: z.string().optional(),
})

const CODES = new Set<string>([
  'unauthenticated',
  'forbidden',
  'not-found',
  'refused',
  'stale',
  'too-large',
  'invalid',
  'too-many',
] satisfies readonly ErrorCode[])

/** A server's code, or one of the two failures only the browser sees. */
export type ProblemCode = ErrorCode | 'offline' | 'unexpected'

interface ProblemFacts {
  readonly code: ProblemCode
  readonly status: number
  readonly message: string
  readonly refus?: string | undefined
  readonly champs?: Readonly<Record<string, string>> | undefined
  readonly actuel?: unknown
  readonly correlationId?: string | undefined
}

/** A failure as a screen may show it: `message` is a French sentence, always. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly status: number
  /** refusal code of the domain, when `code` is `refused` */
  readonly refus: string | null
  /** field path → French sentence, when `code` is `invalid` */
  readonly champs: Readonly<Record<string, string>>
  /** what the server holds now, when `code` is `stale` */
  readonly actuel: unknown
  readonly correlationId: string | null

  constructor(facts: ProblemFacts) {
    super(facts.message)
    this.name = 'ProblemError'
    this.code = facts.code
    this.status = facts.status
    this.refus = facts.refus ?? null
    this.champs = facts.champs ?? {}
    this.actuel = facts.actuel
    this.correlationId = facts.correlationId ?? null
  }
}

/** The network did not carry the request: nothing was lost on screen. */
export const offlineError = (): ProblemError =>
  new ProblemError({
    code: 'offline',
    status: 0,
    message: 'La connexion est coupée. Votre saisie est gardée ; réessayez.',
  })

const isErrorCode = (code: string): code is ErrorCode => CODES.has(code)

/** Reads a problem document (RFC 9457); anything else becomes an `unexpected` failure with a plain sentence. */
export function problemErrorOf(status: number, body: unknown): ProblemError {
  const parsed = problemDocument.safeParse(body)
  if (!parsed.success) {
    return new ProblemError({
      code: 'unexpected',
      status,
      message: `Le serveur a répondu de façon inattendue (${status}). Votre saisie est gardée ; réessayez dans un instant.`,
    })
  }
  const { code, title, message, ...rest } = parsed.data
  return new ProblemError({
    ...rest,
    code: isErrorCode(code) ? code : 'unexpected',
    message: message ?? title,
  })
}

/** Any thrown value as a ProblemError. */
export const toProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError
    ? error
    : new ProblemError({
        code: 'unexpected',
        status: 0,
        message: 'Une erreur imprévue s’est produite à l’écran. Votre saisie est gardée ; réessayez.',
      })
