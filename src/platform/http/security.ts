import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine writes its variables in a style element; no script may
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A stored document shown in a frame: nothing in it may run, load or navigate. */
export const DOCUMENT_POLICY =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/** Headers of every answer. */
export function securityHeaders(reply: FastifyReply): void {
  reply.header('content-security-policy', POLICY)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'same-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
}

/** A page without script: it may show itself, its own sheet, and send its form back here. */
const pagePolicy = (styleSource: string): string =>
  [
    "default-src 'none'",
    `style-src ${styleSource}`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Headers of a page opened by a link: nothing runs, nothing is kept, and its address is told to nobody. */
export function pageHeaders(reply: FastifyReply, styleSource: string): void {
  reply.header('content-security-policy', pagePolicy(styleSource))
  reply.header('referrer-policy', 'no-referrer')
  reply.header('cache-control', 'no-store')
  reply.header('x-robots-tag', 'noindex')
}

/**
 * Refuses a write that another site's page would have sent: Origin must be ours, or Fetch Metadata must say so. Under
 * `no-referrer` a browser says `Origin: null` of its own site too: where the secret is in the address, that alone is no reason
 * to refuse (`fromPage`).
 */
export function checkOrigin(request: FastifyRequest, { fromPage = false } = {}): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin === undefined || (fromPage && origin === 'null')) {
    if (site === undefined || site === 'same-origin' || site === 'none') return
    throw new AppError('forbidden', { message: 'Cette demande vient d’un autre site : elle est refusée.' })
  }
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return
  throw new AppError('forbidden', { message: 'Cette demande vient d’un autre site : elle est refusée.' })
}

/** True when the answer must carry a `Secure` cookie: always, unless the browser talks to this very machine. */
export function isLoopback(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '')
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
}
