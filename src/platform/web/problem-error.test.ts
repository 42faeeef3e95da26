import { describe, expect, it } from 'vitest'
import { ProblemError, problemErrorOf, toProblem } from './problem-error.ts'

describe('a problem document', () => {
  it('gives its code, its sentence and its fields', () => {
    const problem = problemErrorOf(422, {
      status: 422,
      code: 'invalid',
      title: 'Certains champs sont à corriger.',
      correlationId: 'c1',
      champs: { nom: 'Indiquez le nom.' },
    })
    expect(problem).toMatchObject({
      code: 'invalid',
      champs: { nom: 'Indiquez le nom.' },
      correlationId: 'c1',
    })
    expect(problem.message).toBe('Certains champs sont à corriger.')
  })

  it('prefers the sentence of the refusal to the general title', () => {
    const body = {
      status: 409,
      code: 'refused',
      title: 'Impossible.',
      message: 'Envoyez d’abord.',
      refus: 'r',
    }
    expect(problemErrorOf(409, body)).toMatchObject({ message: 'Envoyez d’abord.', refus: 'r' })
  })

  it.each([null, 'proxy error', { code: 12 }])('that is not one (%j) still says what to do', (body) => {
    const problem = problemErrorOf(502, body)
    expect(problem.code).toBe('unexpected')
    expect(problem.message).toContain('réessayez')
  })

  it('of an unknown code is unexpected, with its own sentence', () =>
    expect(problemErrorOf(500, { status: 500, code: 'new', title: 'Numéro 42.' })).toMatchObject({
      code: 'unexpected',
      message: 'Numéro 42.',
    }))
})

it('any thrown value becomes a sentence', () => {
  expect(toProblem(new TypeError('x'))).toBeInstanceOf(ProblemError)
  expect(toProblem(new TypeError('x')).message).not.toContain('x is')
})
