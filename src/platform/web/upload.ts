import type { z } from 'zod'
import type { Operation } from '../contract.ts'
import { failureOf, readOutput, urlOf } from './client.ts'
import { offlineError } from './problem-error.ts'

/** Header carrying the file name, URI-encoded: a name may identify a person and never travels in an address. */
const FILE_NAME_HEADER = 'x-nom-de-fichier'

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Sends a file as the raw body of an `upload` operation. `onProgress` receives a share between 0 and 1.
 * Throws ProblemError (`too-large`, `invalid`, `offline`…).
 */
export function uploadFile<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<string, I, O>,
  file: File,
  input: z.input<I>,
  onProgress?: (share: number) => void,
): Promise<z.output<O>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(operation, input))
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name))
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(offlineError()))
    request.addEventListener('abort', () => reject(offlineError()))
    request.addEventListener('load', () => {
      const body = parsedJson(request.responseText)
      if (request.status < 200 || request.status >= 300) {
        reject(failureOf(request.status, body))
        return
      }
      try {
        resolve(readOutput(operation, body))
      } catch (error) {
        reject(error)
      }
    })
    request.send(file)
  })
}
