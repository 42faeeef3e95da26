import { serveIsolated } from '#platform/isolated/index.ts'
import { pdfTextOf } from './pdf-text-bytes.ts'

serveIsolated((bytes: Uint8Array) => pdfTextOf(bytes))
