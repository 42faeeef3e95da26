import type { z } from 'zod'
import type { Operation } from '../contract.ts'
import { send } from './client.ts'

function fileNameOf(response: Response, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1]
  if (encoded === undefined) return fallback
  try {
    return decodeURIComponent(encoded)
  } catch {
    return fallback
  }
}

/** Saves the answer of a `download` operation as a file: for exports whose criteria must not travel in an address. */
export async function downloadFile<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  input: z.input<I>,
  fallbackName: string,
): Promise<void> {
  const response = await send(operation, input)
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileNameOf(response, fallbackName)
  document.body.append(link)
  link.click()
  link.remove()
  // The browser needs the address until the saving has started.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
