import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import type { Form, FormFile } from './handler.ts'

/** Of one text: above any field's own limit whatever its characters, far below what would fill the memory. */
const FIELD_BYTES = 400_000
const LIMITS = { fieldSize: FIELD_BYTES, fieldNameSize: 200, fields: 100, files: 100, parts: 200 }

const incomplete = (): AppError =>
  new AppError('invalid', {
    message:
      'Le formulaire est arrivé incomplet. Revenez à la page précédente, où votre texte est encore, et envoyez-le de nouveau.',
  })

/** Skips what nobody reads, or the form would never end. */
async function giveFile(part: MultipartFile, onFile: (file: FormFile) => Promise<void>): Promise<void> {
  const { fieldname: field, filename, file } = part
  // A browser sends a nameless empty file for a field left empty.
  if (filename !== undefined && filename !== '') {
    const given = { field, fileName: filename, content: file, isTruncated: () => file.truncated }
    await onFile(given)
  }
  file.resume()
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '')

/** The form of a page, read by its handler once the caller is known: nothing of the body is touched before. */
export function formOf(request: FastifyRequest): Form {
  return {
    async read({ maxFileBytes, onFile }) {
      if (!request.isMultipart()) throw incomplete()
      const texts = new Map<string, string>()
      // One byte more than allowed tells a file that is too large from one that just fits.
      const parts = request.parts({ limits: { ...LIMITS, fileSize: maxFileBytes + 1 } })
      for (;;) {
        // Only what the parser says is the sender's fault: a failure of `onFile` is ours.
        const { done, value: part } = await parts.next().catch(() => {
          throw incomplete()
        })
        if (done === true) return texts
        if (part.type === 'file') await giveFile(part, onFile)
        else texts.set(part.fieldname, textOf(part.value))
      }
    },
  }
}
