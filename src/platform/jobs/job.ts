/** What a run of a job is given beside its payload. */
export interface JobContext {
  /** identifier of this job, the same at each attempt */
  readonly id: string
  /** aborted when the process stops or the job exceeds its time */
  readonly signal: AbortSignal
}

export interface JobDefinition<Payload extends object> {
  /** `module.what-it-does`: letters, digits, `-`, `.` and `_` */
  readonly name: string
  /** five fields, in the time zone given to `createJobs`: sends the job without payload at each tick */
  readonly cron?: string
  /** attempts after the first failure, spaced by growing delays; 5 by default */
  readonly retryLimit?: number
  /** seconds after which an attempt is taken for dead; 15 minutes by default */
  readonly expireInSeconds?: number
  /** Runs outside any transaction, possibly more than once for the same payload: make it repeatable. */
  run(payload: Payload, context: JobContext): Promise<void>
}

/** Declares a job. The payload holds identifiers, never names or text: it is read by whoever administers the queue. */
export function defineJob<Payload extends object = Record<string, never>>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  if (!/^[\w.-]+$/.test(definition.name)) throw new TypeError(`job name not allowed: ${definition.name}`)
  return definition
}
