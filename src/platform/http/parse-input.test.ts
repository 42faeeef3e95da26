import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { parseInput, problemOf } from './problem.ts'

const schema = z.object({ name: z.string().optional(), list: z.array(z.unknown()).optional() })
const refusal = (raw: unknown): AppError => {
  try {
    parseInput(schema, raw)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('accepted')
}
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

describe('parseInput', () => {
  it.each([
    ['NUL', { name: 'a\u0000b' }, 'name'],
    ['a lone surrogate', { list: [1, { deep: ['\ud83d'] }] }, 'list.1.deep.0'],
    ['a wrong type', { name: 3 }, 'name'],
  ])('refuses %s and names the field', (_case, raw, field) => {
    const { code, details } = refusal(raw)
    expect(code).toBe('invalid')
    expect(Object.keys(details.champs ?? {})).toEqual([field])
  })

  it('accepts what a form nests, refuses what would exhaust the stack', () => {
    expect(parseInput(schema, { list: [nested(60)] })).toEqual({ list: [nested(60)] })
    for (const depth of [64, 1000, 5000]) expect(refusal({ list: [nested(depth)] }).code).toBe('invalid')
  })

  it('keeps any other text exactly', () => {
    const name = '\ufeff \u202e\u0001 e\u0301 👩🏽‍⚕️ \ufffe'
    expect(parseInput(schema, { name })).toEqual({ name })
  })
})

describe('problemOf', () => {
  it.each([
    [new AppError('refused', { refus: 'x', message: 'Non.' }), 409, 'refused'],
    [Object.assign(new Error('body'), { statusCode: 413 }), 413, 'invalid'],
    [Object.assign(new Error('upstream'), { statusCode: 503 }), 500, 'unexpected'],
    [new Error('secret'), 500, 'unexpected'],
    ['thrown text', 500, 'unexpected'],
    [null, 500, 'unexpected'],
  ])('turns %s into a %i', (error, status, code) => {
    const problem = problemOf(error, 'id')
    expect(problem).toMatchObject({ status, code, correlationId: 'id' })
    expect(JSON.stringify(problem)).not.toMatch(/secret|body|upstream|thrown/)
  })
})
