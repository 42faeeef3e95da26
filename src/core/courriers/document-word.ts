import type { Download } from '#platform/http/index.ts'

export const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A .docx as an attachment: browsers do not show it. */
export function documentWord(contenu: Uint8Array, fileName: string): Download {
  const content = Buffer.from(contenu.buffer, contenu.byteOffset, contenu.byteLength)
  return { content, type: TYPE_WORD, fileName, inline: false, size: content.length }
}
