import { z } from 'zod'
import type { Operation } from '../contract.ts'
import { offlineError, ProblemError, problemErrorOf } from './problem-error.ts'

// The content security policy forbids evaluated code: Zod must not even try.
z.config({ jitless: true })

const API = '/api'

export interface CallOptions {
  /** made by the form and kept until success: a replay creates nothing twice */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

type Values = Readonly<Record<string, unknown>>

const isValues = (input: unknown): input is Values => typeof input === 'object' && input !== null

/** Fills `:name` in the path from the input; the rest is the query or the body. */
function splitInput(operation: Operation, input: unknown): { path: string; rest: Values } {
  const values = isValues(input) ? input : {}
  const used = new Set<string>()
  const path = operation.path.replace(/:([A-Za-z]+)/g, (_all, name: string) => {
    used.add(name)
    return encodeURIComponent(String(values[name]))
  })
  return { path, rest: Object.fromEntries(Object.entries(values).filter(([name]) => !used.has(name))) }
}

function queryOf(values: Values): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Address of a GET operation: for links, frames and images. */
export function urlOf<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  input: z.input<I>,
): string {
  const { path, rest } = splitInput(operation, input)
  return API + path + queryOf(rest)
}

const signedOutListeners = new Set<() => void>()

/** Calls `listener` each time the server says the session is over. Returns the way to stop. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Reads a failure and tells the shell when the session is over. */
export function failureOf(status: number, body: unknown): ProblemError {
  const problem = problemErrorOf(status, body)
  if (problem.code === 'unauthenticated') for (const listener of signedOutListeners) listener()
  return problem
}

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return null
  }
}

/** Sends an operation and gives the raw response. Throws ProblemError, also when the network is cut. */
export async function send(
  operation: Operation,
  input: unknown,
  options: CallOptions = {},
): Promise<Response> {
  const { path, rest } = splitInput(operation, input)
  const isGet = operation.method === 'GET'
  const headers = new Headers({ accept: 'application/json' })
  if (!isGet) headers.set('content-type', 'application/json')
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey)
  let response: Response
  try {
    response = await fetch(API + path + (isGet ? queryOf(rest) : ''), {
      method: operation.method,
      headers,
      credentials: 'same-origin',
      ...(isGet ? {} : { body: JSON.stringify(rest) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    throw offlineError()
  }
  if (!response.ok) throw failureOf(response.status, await bodyOf(response))
  return response
}

/**
 * Calls an operation of a contract and gives its output, checked. Path parameters come from the input; the rest is
 * the query of a GET or the JSON body of a POST. Throws ProblemError.
 */
export async function callOperation<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  input: z.input<I>,
  options: CallOptions = {},
): Promise<z.output<O>> {
  const response = await send(operation, input, options)
  return readOutput(operation, await bodyOf(response))
}

/** Checks an answer against the contract. An answer of another version of the server is a clear failure. */
export function readOutput<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  body: unknown,
): z.output<O> {
  const parsed = operation.output.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ProblemError({
    code: 'unexpected',
    status: 0,
    message: 'L’application a été mise à jour. Rechargez la page pour continuer.',
  })
}
