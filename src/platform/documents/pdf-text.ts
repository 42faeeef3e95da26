import { runIsolated } from '#platform/isolated/index.ts'

const ENTRY = new URL('./pdf-text-worker.ts', import.meta.url)

/**
 * The text of a PDF, in a thread with limits: a form feed after each page, nothing else for a scan; null when it cannot be
 * opened in time.
 */
export async function pdfText(bytes: Uint8Array, timeoutMs = 8000): Promise<string | null> {
  const outcome = await runIsolated<string>(ENTRY, bytes, { timeoutMs, memoryMb: 512 })
  return outcome.ok ? outcome.value : null
}
