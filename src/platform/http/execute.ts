import type { Operation } from '../contract.ts'
import type { Tx } from '../db/index.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import type { Binding, Form, FreeContext, RequestFacts, Subject, TxContext, Upload } from './handler.ts'
import { digestOf, once } from './idempotence.ts'
import { parseInput } from './problem.ts'
import type { createRateLimit } from './rate-limit.ts'

/** One line of the audit trail, before the host signs it with its principal. */
export interface AuditEntry {
  readonly event: string
  readonly operation: string
  /** `ended`: a second entry, of a streamed answer whose `done` was written before its first byte */
  readonly outcome: 'done' | 'refused' | 'ended'
  readonly refusal: string | null
  readonly subject: Subject
  /** hex digest of the criteria, for lists and searches: what was asked, without repeating it */
  readonly criteria: string | null
}

/** What the application lends to the transport: who is calling, what they may do, how to open a transaction. */
export interface Host<P> {
  /** `permission` is that of the operation: a link is looked at only where a link opens */
  authenticate(request: RequestFacts, now: Date, permission: string): Promise<P>
  /** stable short name of the caller, for idempotence and rate limits */
  keyOf(principal: P, request: RequestFacts): string
  /** `unknown`: the link is none of ours, which is told as an address that leads nowhere */
  access(principal: P, permission: string): 'granted' | 'unauthenticated' | 'forbidden' | 'unknown'
  transaction<T>(principal: P, mode: 'read' | 'write', fn: (tx: Tx) => Promise<T>): Promise<T>
  audit(tx: Tx, principal: P, entry: AuditEntry, now: Date): Promise<void>
  now(): Date
  readonly rateLimit: ReturnType<typeof createRateLimit>
  /** answers are checked against the contract (development and tests) */
  readonly checkOutputs: boolean
}

export interface Call {
  readonly request: RequestFacts
  readonly raw: unknown
  readonly idempotencyKey: string | undefined
  readonly upload: Upload | null
  readonly form: Form | null
  sessionCookie(value: string | null, maxAgeSeconds?: number): void
}

const isRead = (operation: Operation): boolean => operation.method === 'GET' || operation.readOnly === true

const isJson = ({ stream }: Operation): boolean => stream !== 'download' && stream !== 'page'

/** Refusals worth a trace: what someone was denied. Typing errors and conflicts are not. */
const TRACED: readonly ErrorCode[] = ['forbidden', 'refused', 'not-found', 'unauthenticated']

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function requiredKey(operation: Operation, call: Call): string | null {
  if (operation.idempotent !== true) return null
  const key = call.idempotencyKey?.toLowerCase() ?? ''
  if (UUID.test(key)) return key
  throw new AppError('invalid', {
    message: 'Cette création doit porter une clé d’unicité (en-tête Idempotency-Key).',
  })
}

/** One call, in the fixed order: authentication → rate → permission → input → transaction → handler → audit → output. */
export async function execute<P>(host: Host<P>, binding: Binding<P>, call: Call): Promise<unknown> {
  const { operation } = binding
  const now = host.now()
  const principal = await host.authenticate(call.request, now, operation.permission)
  if (!host.rateLimit.take(host.keyOf(principal, call.request), now.getTime())) throw new AppError('too-many')
  const access = host.access(principal, operation.permission)
  if (access === 'unauthenticated') throw new AppError('unauthenticated')
  if (access === 'unknown') throw new AppError('not-found')

  const run = new Run(host, binding, call, principal, now)
  try {
    if (access === 'forbidden') throw new AppError('forbidden')
    const input = parseInput(operation.input, call.raw)
    const answer = await run.handle(input)
    if (host.checkOutputs && isJson(operation)) operation.output.parse(answer)
    return answer
  } catch (error) {
    if (error instanceof AppError && TRACED.includes(error.code)) {
      await run.auditAlone('refused', error.details.refus ?? error.code)
    }
    throw error
  }
}

class Run<P> {
  private readonly host: Host<P>
  private readonly binding: Binding<P>
  private readonly call: Call
  private readonly principal: P
  private readonly now: Date
  private subject: Subject = {}
  private criteria: string | null = null
  private audited = false

  constructor(host: Host<P>, binding: Binding<P>, call: Call, principal: P, now: Date) {
    this.host = host
    this.binding = binding
    this.call = call
    this.principal = principal
    this.now = now
  }

  async handle(input: unknown): Promise<unknown> {
    const { handler, operation } = this.binding
    if (isRead(operation)) this.criteria = digestOf(input).toString('hex')
    if (typeof handler !== 'function') {
      const answer = await handler.free(this.freeContext(), input)
      if (!this.audited) await this.auditAlone('done', null)
      return answer
    }
    if (isRead(operation)) {
      const answer = await this.host.transaction(this.principal, 'read', (tx) =>
        handler(this.context(tx), input),
      )
      await this.auditAlone('done', null)
      return answer
    }
    const key = requiredKey(operation, this.call)
    return this.host.transaction(this.principal, 'write', async (tx) => {
      const create = async (): Promise<unknown> => {
        const answer = await handler(this.context(tx), input)
        await this.audit(tx, 'done', null)
        return answer
      }
      if (key === null) return create()
      const actorKey = this.host.keyOf(this.principal, this.call.request)
      const isSecret = operation.secretAnswer === true
      const { name } = this.binding
      return once(tx, { actorKey, key, operation: name, input, now: this.now, isSecret }, create)
    })
  }

  /** The entry in its own transaction: after a read, or after the rollback of what was refused. */
  async auditAlone(outcome: AuditEntry['outcome'], refusal: string | null): Promise<void> {
    await this.host.transaction(this.principal, 'write', (tx) => this.audit(tx, outcome, refusal))
  }

  private async audit(tx: Tx, outcome: AuditEntry['outcome'], refusal: string | null): Promise<void> {
    this.audited = true
    await this.host.audit(tx, this.principal, this.entry(outcome, refusal), this.now)
  }

  private entry(outcome: AuditEntry['outcome'], refusal: string | null): AuditEntry {
    const { name, operation } = this.binding
    const { subject, criteria } = this
    return { event: operation.audit, operation: name, outcome, refusal, subject, criteria }
  }

  private context(tx: Tx): TxContext<P> {
    return { ...this.base(), tx }
  }

  private freeContext(): FreeContext<P> {
    return {
      ...this.base(),
      upload: this.call.upload,
      form: this.call.form,
      auditEnd: async (subject) => {
        const entry = { ...this.entry('ended', null), subject }
        await this.host.transaction(this.principal, 'write', (tx) =>
          this.host.audit(tx, this.principal, entry, this.host.now()),
        )
      },
      read: (fn) => this.host.transaction(this.principal, 'read', fn),
      write: (fn) => {
        // Read before: a transaction run again after a conflict has lost the entry of its first run.
        const { audited } = this
        return this.host.transaction(this.principal, 'write', async (tx) => {
          const value = await fn(tx)
          if (!audited) await this.audit(tx, 'done', null)
          return value
        })
      },
    }
  }

  private base() {
    return {
      principal: this.principal,
      now: this.now,
      request: this.call.request,
      about: (subject: Subject): void => {
        this.subject = { ...this.subject, ...subject }
      },
      sessionCookie: this.call.sessionCookie,
    }
  }
}
