import type { z } from 'zod'
import type { Operation } from '../contract.ts'
import { send } from './client.ts'
import { offlineError } from './problem-error.ts'

function fileNameOf(response: Response, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1]
  if (encoded === undefined) return fallback
  try {
    return decodeURIComponent(encoded)
  } catch {
    return fallback
  }
}

/** The whole answer, told as it comes. One that breaks off is a failure: half a file is never saved. */
async function readAll(response: Response, onProgress: (bytes: number) => void): Promise<Blob> {
  const type = response.headers.get('content-type') ?? ''
  const reader = response.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  try {
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      parts.push(read.value)
      bytes += read.value.length
      onProgress(bytes)
    }
  } catch {
    throw offlineError()
  }
  return new Blob(parts, { type })
}

/** Saves the answer of a `download` operation as a file: for exports whose criteria must not travel in an address. */
export async function downloadFile<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  input: z.input<I>,
  fallbackName: string,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<void> {
  const response = await send(operation, input)
  const url = URL.createObjectURL(await readAll(response, onProgress))
  const link = document.createElement('a')
  link.href = url
  link.download = fileNameOf(response, fallbackName)
  document.body.append(link)
  link.click()
  link.remove()
  // The browser needs the address until the saving has started.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
