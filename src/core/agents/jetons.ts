import { createHash, randomBytes } from 'node:crypto'
import type { RequestFacts } from '#platform/http/index.ts'

/** Name of the cookie that carries a session. Its value is never stored: only its SHA-256 is. */
export const COOKIE_DE_SESSION = 'porte_voix_session'

/** A session unused for this long is over; each use pushes its end. Milliseconds. */
export const DUREE_DE_SESSION = 12 * 3600 * 1000

/** A session in use is written to at most this often. Milliseconds. */
export const PAS_DE_PROLONGATION = 5 * 60 * 1000

const JETON = /^[A-Za-z0-9_-]{43}$/

/** A fresh token, of a session or of a link: 256 random bits, base64url. */
export const nouveauJeton = (): string => randomBytes(32).toString('base64url')

/** Whether a text has the shape of our tokens. */
export const estUnJeton = (texte: string): boolean => JETON.test(texte)

/** What the database keeps of a token. */
export const empreinteDe = (jeton: string): Buffer => createHash('sha256').update(jeton).digest()

/** Digest of the session cookie of a request, or null when there is none or it cannot be one of ours. */
export function empreinteDuCookie(request: RequestFacts): Buffer | null {
  const jeton = request.cookies[COOKIE_DE_SESSION]
  return jeton !== undefined && estUnJeton(jeton) ? empreinteDe(jeton) : null
}
