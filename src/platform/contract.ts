import type { z } from 'zod'

/** Who may call an operation before any perimeter exists, or a permission of the module. */
export type Access<Permission extends string> = Permission | 'public' | 'connecte'

/**
 * One operation of a module, read by the server, the web client, the access matrix and the OpenAPI document.
 * `audit` is the event written in the journal; `idempotent` makes the transport require a client-made key.
 */
export interface Operation<
  Permission extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST'
  /** under /api, with `:name` parameters taken from the input */
  readonly path: `/${string}`
  readonly permission: Access<Permission>
  readonly audit: string
  readonly input: I
  readonly output: O
  readonly idempotent?: true
  /** a POST that only reads: criteria that name people never travel in an address */
  readonly readOnly?: true
  /** bytes travel outside JSON: a raw request body (`upload`) or a streamed answer (`download`) */
  readonly stream?: 'upload' | 'download'
}

/** Every operation of a module, by name. */
export type Contract = Readonly<Record<string, Operation>>

/** Declares an operation; the permission type is explicit so that a typo does not compile. */
export function operationFor<Permission extends string>() {
  return <I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<Permission, I, O>,
  ): Operation<Permission, I, O> => operation
}

export type InputOf<Op> = Op extends Operation<string, infer I, z.ZodType> ? z.output<I> : never
export type SentInputOf<Op> = Op extends Operation<string, infer I, z.ZodType> ? z.input<I> : never
export type OutputOf<Op> = Op extends Operation<string, z.ZodType, infer O> ? z.output<O> : never
