/** An Internet message from its lines, CRLF, bytes as Latin-1 so that raw 8-bit headers can be written. */
export function eml(...lines: string[]): Uint8Array {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

export const HEADERS = [
  'From: Ana <ana@a.test>',
  'To: service@h.test',
  'Subject: Bonjour',
  'MIME-Version: 1.0',
]

/** A multipart message: each part is its lines, headers first. */
export function multipart(
  subtype: string,
  parts: readonly (readonly string[])[],
  headers = HEADERS,
): Uint8Array {
  const body = parts.flatMap((part) => ['--limit', ...part])
  return eml(...headers, `Content-Type: multipart/${subtype}; boundary="limit"`, '', ...body, '--limit--', '')
}
