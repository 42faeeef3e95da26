import type { Target } from './bases.ts'
import type { Latencies, TogetherOptions } from './load.ts'
import type { Screen } from './screens.ts'

/** What the process that serves is started with. */
export interface ServerOptions {
  readonly target: Target
}

export interface Ready {
  readonly url: string
  readonly screens: readonly Screen[]
  readonly cookies: readonly string[]
}

/** `page`: the page's own transaction. `whole`: the session read before and the journal written after, too. */
export type SqlScope = 'page' | 'whole'

export type Order =
  | { readonly kind: 'sql-alone'; readonly scope: SqlScope; readonly rounds: number }
  | { readonly kind: 'sql-together'; readonly scope: SqlScope; readonly options: TogetherOptions }
  | { readonly kind: 'stop' }

export type Reply =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'latencies'; readonly latencies: readonly Latencies[] }
  | { readonly kind: 'failed'; readonly message: string }
