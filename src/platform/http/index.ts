export { type AuditEntry, execute, type Host } from './execute.ts'
export {
  type Binding,
  bindFor,
  type Download,
  type Form,
  type FormFile,
  type FreeContext,
  type FreeHandler,
  type Handler,
  outsideTransaction,
  type PageAnswer,
  type RequestFacts,
  type Subject,
  type TxContext,
  type Upload,
} from './handler.ts'
export { digestOf, purgeIdempotence } from './idempotence.ts'
export { openApiOf } from './openapi.ts'
export type { Incident, PageOfProblem } from './pages.ts'
export { type Problem, parseInput, problemOf } from './problem.ts'
export { createRateLimit } from './rate-limit.ts'
export { createHttpServer, type HttpServerOptions } from './server.ts'
