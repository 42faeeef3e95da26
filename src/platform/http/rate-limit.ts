interface Bucket {
  tokens: number
  at: number
}

/**
 * A token bucket per caller, in memory: `perSecond` sustained, `burst` at once. Protects one process from a runaway
 * client; guessing passwords is slowed elsewhere, in the database. `take` answers false when the caller must wait.
 */
export function createRateLimit(options: { perSecond: number; burst: number; maxCallers?: number }) {
  const buckets = new Map<string, Bucket>()
  const maxCallers = options.maxCallers ?? 10_000
  return {
    take(caller: string, nowMs: number): boolean {
      const known = buckets.get(caller)
      const elapsed = known === undefined ? 0 : Math.max(0, nowMs - known.at) / 1000
      const tokens = Math.min(options.burst, (known?.tokens ?? options.burst) + elapsed * options.perSecond)
      buckets.delete(caller)
      buckets.set(caller, { tokens: Math.max(0, tokens - 1), at: nowMs })
      // the map keeps insertion order: the first key is the caller seen longest ago
      const oldest = buckets.size > maxCallers ? buckets.keys().next().value : undefined
      if (oldest !== undefined) buckets.delete(oldest)
      return tokens >= 1
    },
  }
}
