import type { FastifyRequest } from 'fastify'
import type { RequestFacts } from './handler.ts'
import { isLoopback } from './security.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: string
  }
}

/**
 * What the transport knows of a request. `publicOrigin`: where the application is reached, when whoever installed it said so,
 * whatever the request says; `linkToken`: the secret of its address, when the address has one.
 */
export function factsOf(
  request: FastifyRequest,
  {
    publicOrigin = null,
    linkToken = null,
  }: { readonly publicOrigin?: string | null | undefined; readonly linkToken?: string | null },
): RequestFacts {
  return {
    correlationId: request.id,
    address: request.ip,
    cookies: request.cookies,
    isSecure: request.protocol === 'https' || !isLoopback(request.headers.host),
    origin: publicOrigin ?? `${request.protocol}://${request.host}`,
    linkToken,
  }
}

/** Name of the operation a request reached, for traces. */
export const operationOf = (request: FastifyRequest): string =>
  request.routeOptions.config.operation ?? 'static'
