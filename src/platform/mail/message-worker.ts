import { serveIsolated } from '#platform/isolated/index.ts'
import { parseMessage } from './parse-message.ts'

serveIsolated(parseMessage)
