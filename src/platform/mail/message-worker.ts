import { serveIsolated } from '#platform/isolated/index.ts'
import type { MessageContent, ReadLimits } from './model.ts'
import { parseEml } from './parse-eml.ts'
import { parseTnefFile } from './parse-tnef-file.ts'

/** What the thread is asked to read. */
export interface MessageWork {
  readonly bytes: Uint8Array
  readonly format: 'eml' | 'msg' | 'tnef'
  readonly fileName: string
  readonly limits: ReadLimits
}

serveIsolated(async ({ bytes, format, fileName, limits }: MessageWork): Promise<MessageContent> => {
  if (format === 'tnef') return parseTnefFile(bytes, fileName, limits)
  if (format === 'eml') return await parseEml(bytes, limits)
  const { parseMsg } = await import('./parse-msg.ts')
  return await parseMsg(bytes, limits)
})
