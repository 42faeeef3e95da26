import { runIsolated } from '#platform/isolated/index.ts'
import type { reviewDocx } from './review-docx.ts'

const ENTRY = new URL('./docx-review-worker.ts', import.meta.url)

/** `reviewDocx` on a file from outside: in a thread, with limits. */
export async function reviewUploadedDocx(
  bytes: Uint8Array,
  timeoutMs = 10_000,
): Promise<ReturnType<typeof reviewDocx>> {
  const outcome = await runIsolated<ReturnType<typeof reviewDocx>>(ENTRY, bytes, { timeoutMs, memoryMb: 512 })
  if (outcome.ok) return outcome.value
  const message =
    'La lecture de ce document a été arrêtée : il est mal formé ou démesuré. Enregistrez-le de nouveau.'
  return { ok: false, refusal: { code: 'unreadable', message } }
}
