import type { DatabaseErrorFields } from './errors.ts'
import type { Cell } from './values.ts'

/** How the worker opens its database. Structured-clonable. */
export interface EmbeddedWorkerOptions {
  /** data folder; null: in memory */
  readonly folder: string | null
  /** tar of a data folder to start from, read from this file (in memory only) */
  readonly snapshot: string | null
  /** fsync for real. False only to prove, in a test, what is lost without it. */
  readonly durable: boolean
  readonly settings: Readonly<Record<string, string>>
  /** faults injected by the durability tests, null in production */
  readonly faults: EmbeddedFaults | null
}

export interface EmbeddedFaults {
  /** remember what each unsynchronised write overwrote, and put half of it back on `cutPower` */
  readonly powerCut?: boolean
  /** the disk refuses every fsync after this many */
  readonly failFsyncAfter?: number
}

export type WorkerRequest =
  | {
      readonly id: number
      readonly kind: 'query'
      readonly text: string
      readonly values: readonly Cell[]
      /** statements to run just before: when they fail, this one is not run */
      readonly after: string | null
    }
  | { readonly id: number; readonly kind: 'exec'; readonly text: string }
  | { readonly id: number; readonly kind: 'dump' }
  | { readonly id: number; readonly kind: 'statistics' }
  | { readonly id: number; readonly kind: 'cut-power' }
  | { readonly id: number; readonly kind: 'close' }

export interface WorkerStatistics {
  /** fsync calls that reached the file system since the start */
  readonly fsyncs: number
  /** bytes written under pg_wal since the start */
  readonly walBytes: number
}

export interface WorkerAnswer {
  readonly fields: readonly { readonly name: string; readonly oid: number }[]
  readonly rows: readonly (readonly Cell[])[]
  readonly tag: string
}

export type WorkerError =
  | { readonly kind: 'database'; readonly fields: DatabaseErrorFields }
  | { readonly kind: 'too-large'; readonly limit: string }
  | { readonly kind: 'failure'; readonly message: string }

export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'fatal'; readonly message: string }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string }
  | { readonly kind: 'answers'; readonly id: number; readonly answers: readonly WorkerAnswer[] }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'statistics'; readonly id: number; readonly statistics: WorkerStatistics }
  | { readonly kind: 'error'; readonly id: number; readonly error: WorkerError }
