import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { problemPage, STYLE_SOURCE } from '../html/index.ts'
import { type Call, execute, type Host } from './execute.ts'
import { factsOf, operationOf } from './facts.ts'
import { formOf } from './form.ts'
import type { Binding, PageAnswer } from './handler.ts'
import { type Problem, problemOf } from './problem.ts'
import { checkOrigin, pageHeaders } from './security.ts'

/** What must be told to someone: an unexpected failure, with the number given to the user. */
export interface Incident {
  readonly correlationId: string
  readonly operation: string
  readonly error: unknown
}

/** A failure as a page: its own wording, and the status that goes with it. */
export type PageOfProblem = (problem: Problem) => Promise<{ readonly html: string; readonly status: number }>

export interface PageOptions<P> {
  readonly host: Host<P>
  readonly bindings: readonly Binding<P>[]
  readonly onIncident: (incident: Incident) => void
  /** where the application is reached (`https://usagers.example`), in place of what each request says */
  readonly publicOrigin?: string | null
  /** how the application words the failures of its pages; their bare title and sentence otherwise */
  readonly pageOfProblem?: PageOfProblem
}

type Pages = Pick<PageOptions<never>, 'pageOfProblem' | 'onIncident'>

const firstSegment = (path: string): string => `/${path.split(/[/?]/)[1] ?? ''}`

/** Whether an address belongs to a page, read or not by the router: its failure is then a page too. */
export const isUnderAPage = ({ bindings }: { readonly bindings: readonly Binding<never>[] }, url: string) =>
  bindings.some(
    ({ operation }) => operation.stream === 'page' && firstSegment(operation.path) === firstSegment(url),
  )

const bare: PageOfProblem = (problem) =>
  Promise.resolve({
    html: problemPage({ title: problem.title, message: problem.message ?? '' }),
    status: problem.status,
  })

/** Whatever went wrong, as a page in French; an unexpected failure is also told to who watches. */
export async function sendProblemPage(
  options: Pages,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = problemOf(error, request.id)
  if (problem.status >= 500) {
    options.onIncident({ correlationId: request.id, operation: operationOf(request), error })
  }
  const { html, status } = await (options.pageOfProblem ?? bare)(problem)
  pageHeaders(reply, STYLE_SOURCE)
  return reply.status(status).type('text/html; charset=utf-8').send(html)
}

function send(reply: FastifyReply, answer: PageAnswer, base: string): FastifyReply {
  if ('seeOther' in answer) return reply.redirect(base + answer.seeOther, 303)
  return reply
    .status(answer.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(answer.html)
}

const withoutFinalSlash = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
  reply.redirect(request.url.replace(/\/+(?=\?|$)/, ''), 308)

function registerPage<P>(scope: FastifyInstance, options: PageOptions<P>, binding: Binding<P>): void {
  const { operation } = binding
  const prefix = firstSegment(operation.path)
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    checkOrigin(request, { fromPage: true })
    const { token = '', ...params } = request.params as Readonly<Record<string, string>>
    const call: Call = {
      request: factsOf(request, { publicOrigin: options.publicOrigin, linkToken: token }),
      raw: { ...Object(request.query), ...params },
      idempotencyKey: undefined,
      upload: null,
      form: operation.method === 'POST' ? formOf(request) : null,
      sessionCookie: () => undefined,
    }
    const answer = (await execute(options.host, binding, call)) as PageAnswer
    return send(reply, answer, `${prefix}/${encodeURIComponent(token)}`)
  }
  const path = operation.path.slice(prefix.length)
  // A final slash is easily gained or lost on the way of a link. Past the token it would shift every link of the page.
  const isInner = operation.method === 'GET' && path.indexOf('/', 1) > 0
  for (const url of [path, `${path}/`])
    scope.route({
      method: operation.method,
      url,
      config: { operation: binding.name },
      handler: isInner && url !== path ? withoutFinalSlash : handler,
    })
}

/** Pages live apart: their own headers, multipart forms, and failures that are pages. */
export function registerPages<P>(app: FastifyInstance, options: PageOptions<P>): void {
  const pages = options.bindings.filter(({ operation }) => operation.stream === 'page')
  for (const [prefix, bindings] of Map.groupBy(pages, (b) => firstSegment(b.operation.path))) {
    app.register(
      (scope, _options, ready) => {
        scope.register(multipart)
        scope.addHook('onRequest', async (_request, reply) => pageHeaders(reply, STYLE_SOURCE))
        scope.setErrorHandler((error, request, reply) => sendProblemPage(options, error, request, reply))
        scope.setNotFoundHandler((request, reply) =>
          sendProblemPage(options, new AppError('not-found'), request, reply),
        )
        for (const binding of bindings) registerPage(scope, options, binding)
        ready()
      },
      { prefix },
    )
  }
}
