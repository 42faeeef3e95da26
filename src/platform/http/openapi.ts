import { z } from 'zod'
import { ERRORS } from '../errors.ts'
import type { Binding } from './handler.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dropped, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function contentOf({ stream, output }: Binding<never>['operation']): Record<string, unknown> {
  if (stream === 'page') return { 'text/html': { schema: { type: 'string' } } }
  if (stream === 'download')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: schemaOf(output, 'output') } }
}

function responsesOf({ operation }: Binding<never>): Record<string, unknown> {
  const problem = operation.stream === 'page' ? 'text/html' : 'application/problem+json'
  const failures = Object.values(ERRORS).map(({ status, title }) => [
    String(status),
    { description: title, content: { [problem]: {} } },
  ])
  const content = contentOf(operation)
  return { 200: { description: 'OK', content }, ...Object.fromEntries(failures) }
}

function entryOf(binding: Binding<never>): Record<string, unknown> {
  const { operation, name } = binding
  const schema = schemaOf(operation.input, 'input')
  const common = {
    operationId: name,
    tags: [name.split('.')[0]],
    responses: responsesOf(binding),
    'x-permission': operation.permission,
    'x-audit': operation.audit,
  }
  if (operation.method === 'GET' || operation.stream === 'upload') return { ...common, 'x-input': schema }
  const body = operation.stream === 'page' ? 'multipart/form-data' : 'application/json'
  return { ...common, requestBody: { required: true, content: { [body]: { schema } } } }
}

/** The OpenAPI 3.1 document of everything bound: generated, so that it cannot drift from what is served. */
export function openApiOf(
  bindings: readonly Binding<never>[],
  info: { title: string; version: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const binding of bindings) {
    const root = binding.operation.stream === 'page' ? '' : '/api'
    const path = `${root}${binding.operation.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [binding.operation.method.toLowerCase()]: entryOf(binding) }
  }
  return { openapi: '3.1.0', info, paths }
}
