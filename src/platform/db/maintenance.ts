import type { WorkerStatistics } from './embedded-protocol.ts'
import type { Lease, MaintenanceReport } from './engine.ts'

const CHECKPOINT_EVERY_MS = 5 * 60_000
const CHECKPOINT_WAL_BYTES = 32 * 1024 * 1024
const VACUUM_EVERY_MS = 24 * 3_600_000
const NIGHT = { from: 2, to: 5 }

interface MaintenanceDeps {
  readonly acquire: () => Promise<Lease>
  readonly statistics: () => Promise<WorkerStatistics>
  /** rows written since the engine was opened */
  readonly activity: { readonly writes: number }
}

/**
 * The schedule an embedded database lacks. At each call: CHECKPOINT when rows were written and five minutes passed, or
 * as soon as 32 MB of log were written; VACUUM (ANALYZE) once a night (2 h to 5 h UTC), or after 24 h without one.
 */
export function createMaintenance(deps: MaintenanceDeps): (now: Date) => Promise<MaintenanceReport> {
  let writesAtCheckpoint = deps.activity.writes
  let walAtCheckpoint = 0
  let checkpointAt: number | null = null
  let vacuumAt: number | null = null

  const run = async (text: string): Promise<void> => {
    const lease = await deps.acquire()
    try {
      await lease.query(text)
    } finally {
      lease.release()
    }
  }
  const isVacuumDue = (now: Date): boolean => {
    if (vacuumAt === null) vacuumAt = now.getTime() - VACUUM_EVERY_MS / 2
    const age = now.getTime() - vacuumAt
    const isNight = now.getUTCHours() >= NIGHT.from && now.getUTCHours() < NIGHT.to
    return age >= VACUUM_EVERY_MS || (isNight && age >= VACUUM_EVERY_MS / 2)
  }
  const isCheckpointDue = (now: Date, wal: number): boolean => {
    if (checkpointAt === null) checkpointAt = now.getTime()
    if (wal - walAtCheckpoint >= CHECKPOINT_WAL_BYTES) return true
    return deps.activity.writes > writesAtCheckpoint && now.getTime() - checkpointAt >= CHECKPOINT_EVERY_MS
  }
  return async (now) => {
    const vacuum = isVacuumDue(now)
    if (vacuum) {
      await run('vacuum (analyze)')
      vacuumAt = now.getTime()
    }
    const { walBytes } = await deps.statistics()
    const checkpoint = vacuum || isCheckpointDue(now, walBytes)
    if (checkpoint) {
      await run('checkpoint')
      writesAtCheckpoint = deps.activity.writes
      walAtCheckpoint = (await deps.statistics()).walBytes
      checkpointAt = now.getTime()
    }
    return { checkpoint, vacuum }
  }
}
