import { serveIsolated } from '#platform/isolated/index.ts'
import { inspectPdfBytes } from './inspect-pdf-bytes.ts'

serveIsolated((bytes: Uint8Array) => inspectPdfBytes(bytes))
