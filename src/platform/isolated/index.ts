export { type Limits, type Outcome, runIsolated } from './run-isolated.ts'
export { serveIsolated } from './serve-isolated.ts'
