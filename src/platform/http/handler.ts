import type { Readable } from 'node:stream'
import type { Contract, InputOf, Operation, OutputOf } from '../contract.ts'
import type { Tx } from '../db/index.ts'

type Plain = string | number | boolean | null

/** What an operation was about, for the audit trail: identifiers and codes only, no name and no free text. */
export type Subject = Readonly<Record<string, Plain | Readonly<Record<string, Plain>>>>

/** What the transport knows of a request, without the body. */
export interface RequestFacts {
  readonly correlationId: string
  readonly address: string
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly isSecure: boolean
  /** where the caller reached us: `https://usagers.example` */
  readonly origin: string
  /** the secret of the address, for what is opened by a link */
  readonly linkToken: string | null
}

interface BaseContext<P> {
  readonly principal: P
  readonly now: Date
  readonly request: RequestFacts
  /** Says what the audit entry concerns; the last call wins, field by field. */
  about(subject: Subject): void
  /** Sets (value) or clears (null) the session cookie of the answer. */
  sessionCookie(value: string | null, maxAgeSeconds?: number): void
}

/** Given to a handler that runs inside one transaction, opened and closed by the transport. */
export interface TxContext<P> extends BaseContext<P> {
  readonly tx: Tx
}

/** Given to a handler that also touches files, hashes or documents: it opens its own short transactions. */
export interface FreeContext<P> extends BaseContext<P> {
  read<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  /** Commits with the audit entry inside, so that nothing is written without its trace. */
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Writes a second entry, when a streamed answer has ended: the entry of the operation is written before its first byte
   * leaves, and cannot tell how it went. `subject` is all it says.
   */
  auditEnd(subject: Subject): Promise<void>
  readonly upload: Upload | null
  /** the form sent by a page */
  readonly form: Form | null
}

/** The raw body of an upload; `fileName` is what the client claims, not yet made safe. */
export interface Upload {
  readonly content: Readable
  readonly fileName: string
  readonly declaredType: string
}

/** A file of a form. `fileName` is what the client claims. */
export interface FormFile {
  readonly field: string
  readonly fileName: string
  readonly content: Readable
  /** more was sent than allowed: known once `content` has been read */
  isTruncated(): boolean
}

/** A multipart form, read once: files are streamed in the order they come, texts are given at the end. */
export interface Form {
  /**
   * Texts by field, line ends as `\n`; one too long for any field is cut. A file nobody reads is skipped. AppError `invalid`
   * when the form is cut or malformed.
   */
  read(options: {
    readonly maxFileBytes: number
    readonly onFile: (file: FormFile) => Promise<void>
  }): Promise<ReadonlyMap<string, string>>
}

/** A page, or where to go next: `seeOther` continues the address of the link (`''`, `/relire`, `?note=garde`). */
export type PageAnswer = { readonly html: string; readonly status?: number } | { readonly seeOther: string }

/** A streamed answer. `inline` is for previews, always sandboxed. Size in bytes when known. */
export interface Download {
  readonly content: Readable | Buffer
  readonly type: string
  readonly fileName: string
  readonly inline: boolean
  readonly size?: number
}

type StreamOf<Op> = Op extends { readonly stream?: infer S } ? S : never
type Answer<Op> =
  'download' extends StreamOf<Op> ? Download : 'page' extends StreamOf<Op> ? PageAnswer : OutputOf<Op>

export interface FreeHandler<P, I, A> {
  readonly free: (ctx: FreeContext<P>, input: I) => Promise<A>
}

export type Handler<P, Op> =
  | ((ctx: TxContext<P>, input: InputOf<Op>) => Promise<Answer<Op>>)
  | FreeHandler<P, InputOf<Op>, Answer<Op>>

/** Marks a handler that must not hold a transaction while it works (files, hashing, merging a document). */
export const outsideTransaction = <P, I, A>(
  free: (ctx: FreeContext<P>, input: I) => Promise<A>,
): FreeHandler<P, I, A> => ({ free })

/** An operation with its handler, as the server registers it. */
export interface Binding<P> {
  readonly name: string
  readonly operation: Operation
  readonly handler: Handler<P, Operation>
}

/** Binds each operation of a contract to its handler: a missing or extra one does not compile. */
export function bindFor<P>() {
  return <C extends Contract>(
    module: string,
    contract: C,
    handlers: { readonly [K in keyof C]: Handler<P, C[K]> },
  ): readonly Binding<P>[] =>
    Object.entries(contract).map(([key, operation]) => ({
      name: `${module}.${key}`,
      operation,
      // The mapped type above has checked each pair; the list forgets which is which.
      handler: handlers[key as keyof C] as unknown as Handler<P, Operation>,
    }))
}
