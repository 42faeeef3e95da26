import { z } from 'zod'
import { ERRORS } from '../errors.ts'
import type { Binding } from './handler.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _dropped, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function responsesOf(binding: Binding<never>): Record<string, unknown> {
  const failures = Object.values(ERRORS).map(({ status, title }) => [
    String(status),
    { description: title, content: { 'application/problem+json': {} } },
  ])
  const content =
    binding.operation.stream === 'download'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(binding.operation.output, 'output') } }
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
  return { ...common, requestBody: { required: true, content: { 'application/json': { schema } } } }
}

/** The OpenAPI 3.1 document of everything bound: generated, so that it cannot drift from what is served. */
export function openApiOf(
  bindings: readonly Binding<never>[],
  info: { title: string; version: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const binding of bindings) {
    const path = `/api${binding.operation.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [binding.operation.method.toLowerCase()]: entryOf(binding) }
  }
  return { openapi: '3.1.0', info, paths }
}
