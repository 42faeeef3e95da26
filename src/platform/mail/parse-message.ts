import type { MessageContent, ReadLimits } from './model.ts'
import { parseEml } from './parse-eml.ts'
import { parseTnefFile } from './parse-tnef-file.ts'

/** What is to be read, its format already recognised. */
export interface MessageWork {
  readonly bytes: Uint8Array
  readonly format: 'eml' | 'msg' | 'tnef'
  readonly fileName: string
  readonly limits: ReadLimits
}

/** Reads in this thread, without a time limit; throws on what makes no sense. */
export async function parseMessage({
  bytes,
  format,
  fileName,
  limits,
}: MessageWork): Promise<MessageContent> {
  if (format === 'tnef') return parseTnefFile(bytes, fileName, limits)
  if (format === 'eml') return await parseEml(bytes, limits)
  // Loaded for .msg only: it brings many character tables.
  const { parseMsg } = await import('./parse-msg.ts')
  return await parseMsg(bytes, limits)
}
