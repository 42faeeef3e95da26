import type { z } from 'zod'

/**
 * Who may call an operation before any perimeter exists, or a permission of the module. `lien`: whoever holds the link of the
 * address; `lien-envoi`: the same, for the one call that sends what was asked.
 */
export type Access<Permission extends string> = Permission | 'public' | 'connecte' | 'lien' | 'lien-envoi'

/** What travels outside JSON: a raw request body, a streamed answer, or a page without script and its form. */
export type Stream = 'upload' | 'download' | 'page'

/**
 * One operation of a module, read by the server, the web client, the access matrix and the OpenAPI document.
 * `audit` is the event written in the journal; `idempotent` makes the transport require a client-made key.
 */
export interface Operation<
  Permission extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  S extends Stream = Stream,
> {
  readonly method: 'GET' | 'POST'
  /** under /api, with `:name` parameters taken from the input; a page is at the root, and `:token` never reaches the input */
  readonly path: `/${string}`
  readonly permission: Access<Permission>
  readonly audit: string
  readonly input: I
  readonly output: O
  readonly idempotent?: true
  /** the answer holds a secret given once: it is kept nowhere, and a replay is refused instead of answered */
  readonly secretAnswer?: true
  /** a POST that only reads: criteria that name people never travel in an address */
  readonly readOnly?: true
  readonly stream?: S
}

/** Every operation of a module, by name. */
export type Contract = Readonly<Record<string, Operation>>

/** Declares an operation; the permission type is explicit so that a typo does not compile. */
export function operationFor<Permission extends string>() {
  return <I extends z.ZodType, O extends z.ZodType, S extends Stream = never>(
    operation: Operation<Permission, I, O, S>,
  ): Operation<Permission, I, O, S> => operation
}

export type InputOf<Op> = Op extends Operation<string, infer I, z.ZodType, Stream> ? z.output<I> : never
export type SentInputOf<Op> = Op extends Operation<string, infer I, z.ZodType, Stream> ? z.input<I> : never
export type OutputOf<Op> = Op extends Operation<string, z.ZodType, infer O, Stream> ? z.output<O> : never
