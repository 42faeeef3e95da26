/** Windows-1252 character → byte. */
const BYTES = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
)
const SUSPECT = /[ÂÃâÅÎ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/u
const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * Repairs a text written in UTF-8 and announced as ISO-8859-1 (« Ã©tÃ© » → « été »). Only when the whole text is then
 * valid UTF-8, which a text really written in ISO-8859-1 practically never is.
 */
export function repairedText(text: string): string {
  if (!SUSPECT.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const byte = BYTES.get(text.charAt(i))
    if (byte === undefined) return text
    bytes[i] = byte
  }
  try {
    return strict.decode(bytes)
  } catch {
    return text
  }
}
