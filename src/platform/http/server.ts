import { Readable } from 'node:stream'
import compress, { type FastifyCompressOptions } from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { uuidv7 } from '../uuid.ts'
import { type Call, execute } from './execute.ts'
import { factsOf, operationOf } from './facts.ts'
import type { Binding, Download, Upload } from './handler.ts'
import { isUnderAPage, type PageOptions, registerPages, sendProblemPage } from './pages.ts'
import { problemOf } from './problem.ts'
import { checkOrigin, DOCUMENT_POLICY, securityHeaders } from './security.ts'

export interface HttpServerOptions<P> extends PageOptions<P> {
  readonly sessionCookieName: string
  readonly fileNameHeader: string
  /** addresses of the proxies whose `X-Forwarded-*` headers are believed; none by default */
  readonly trustedProxies: readonly string[]
  /** one line per answer, from an allow-list of fields: no query, no header, no body */
  readonly onAnswer?: (line: { operation: string; status: number; ms: number; correlationId: string }) => void
  /** bytes of a JSON body */
  readonly bodyLimit?: number
}

const API = '/api'

/**
 * An answer of a few kilobytes is compressed at once, by gzip: 0.3 ms for a page of a list, where a stream of Brotli takes
 * 5 ms, most of them to make room for 4 MB of history, and gives back 5 % of the bytes. The screens' files are compressed
 * when they are built.
 */
const COMPRESSION = {
  threshold: 2048,
  syncThreshold: 256 * 1024,
  encodings: ['gzip'],
} satisfies FastifyCompressOptions

function uploadOf(request: FastifyRequest, header: string): Upload {
  const encoded = request.headers[header]
  const declared = request.headers['content-type'] ?? 'application/octet-stream'
  let fileName = ''
  try {
    fileName = decodeURIComponent(typeof encoded === 'string' ? encoded : '')
  } catch {
    // a badly encoded name is no reason to lose the file: it gets a neutral one later
  }
  const content = request.body instanceof Readable ? request.body : Readable.from([])
  return { content, fileName, declaredType: declared }
}

/** The headers leave first: a failure halfway can only cut the file short, and be told to who keeps the machine. */
function send(reply: FastifyReply, download: Download, onFailure: (error: Error) => void): FastifyReply {
  if (download.content instanceof Readable) download.content.once('error', onFailure)
  const name = encodeURIComponent(download.fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  reply.header('content-type', download.type)
  reply.header(
    'content-disposition',
    `${download.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  )
  // The browser's own PDF viewer does not run inside a sandbox; it gets the same policy without that word.
  const isPdf = download.type === 'application/pdf'
  reply.header('content-security-policy', isPdf ? DOCUMENT_POLICY : `sandbox; ${DOCUMENT_POLICY}`)
  reply.header('cache-control', 'private, no-store')
  if (download.size !== undefined) reply.header('content-length', download.size)
  return reply.send(download.content)
}

function register<P>(app: FastifyInstance, options: HttpServerOptions<P>, binding: Binding<P>): void {
  const { operation } = binding
  const { sessionCookieName: cookieName } = options
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    checkOrigin(request)
    const request_ = factsOf(request, { publicOrigin: options.publicOrigin })
    const body = operation.method === 'GET' || operation.stream === 'upload' ? request.query : request.body
    const key = request.headers['idempotency-key']
    const call: Call = {
      request: request_,
      raw: { ...(typeof body === 'object' ? body : {}), ...Object(request.params) },
      idempotencyKey: typeof key === 'string' ? key : undefined,
      upload: operation.stream === 'upload' ? uploadOf(request, options.fileNameHeader) : null,
      form: null,
      sessionCookie(value, maxAge) {
        const common = { path: '/', httpOnly: true, sameSite: 'lax', secure: request_.isSecure } as const
        if (value === null) reply.clearCookie(cookieName, common)
        else reply.setCookie(cookieName, value, { ...common, ...(maxAge === undefined ? {} : { maxAge }) })
      },
    }
    const result = await execute(options.host, binding, call)
    if (operation.stream === 'download') {
      const told = (error: Error): void =>
        options.onIncident({ correlationId: request.id, operation: binding.name, error })
      return send(reply, result as Download, told)
    }
    reply.header('cache-control', 'no-store')
    return reply.send(result ?? {})
  }
  app.route({
    method: operation.method,
    url: API + operation.path,
    config: { operation: binding.name },
    handler: answer,
  })
}

/** An address the router itself cannot read: it passes no hook and reaches no handler. */
const refuseUnreadable =
  <P>(options: HttpServerOptions<P>) =>
  (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    securityHeaders(reply)
    if (isUnderAPage(options, request.url)) {
      void sendProblemPage(options, error, request, reply)
      return
    }
    const problem = problemOf(error, request.id)
    reply.status(problem.status).type('application/problem+json').send(problem)
  }

/** Builds the HTTP server: nothing listens yet. Unknown API addresses answer a problem document, like every failure. */
export async function createHttpServer<P>(options: HttpServerOptions<P>): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => uuidv7(Date.now()),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: options.bodyLimit ?? 4 * 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnreadable(options),
  })
  await app.register(cookie)
  await app.register(compress, COMPRESSION)

  app.addHook('onRequest', async (_request, reply) => securityHeaders(reply))
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemOf(error, request.id)
    if (problem.status >= 500) {
      options.onIncident({ correlationId: request.id, operation: operationOf(request), error })
    }
    return reply.status(problem.status).type('application/problem+json').send(problem)
  }
  app.setErrorHandler(fail)
  // What is unknown outside the API belongs to the screens, registered later.
  await app.register(
    (scope, _options, ready) => {
      scope.setNotFoundHandler((request, reply) => fail(new AppError('not-found'), request, reply))
      ready()
    },
    { prefix: API },
  )
  if (options.onAnswer !== undefined) {
    const { onAnswer } = options
    app.addHook('onResponse', async (request, reply) => {
      onAnswer({
        operation: operationOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        correlationId: request.id,
      })
    })
  }
  const uploads = options.bindings.filter((b) => b.operation.stream === 'upload')
  for (const binding of options.bindings) {
    if (binding.operation.stream !== 'upload' && binding.operation.stream !== 'page')
      register(app, options, binding)
  }
  // Uploads live in their own scope: there, every body is a raw stream, whatever its type says.
  await app.register((scope, _options, ready) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const binding of uploads) register(scope, options, binding)
    ready()
  })
  registerPages(app, options)
  return app
}
