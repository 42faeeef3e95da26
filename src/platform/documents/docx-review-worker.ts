import { serveIsolated } from '#platform/isolated/index.ts'
import { reviewDocx } from './review-docx.ts'

serveIsolated((bytes: Uint8Array) => reviewDocx(bytes))
