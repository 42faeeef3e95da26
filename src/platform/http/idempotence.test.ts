import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from './idempotence.ts'
import { createRateLimit } from './rate-limit.ts'

const hex = (input: unknown): string => digestOf(input).toString('hex')
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([k, v]) => [k, reversed(v)])
      .toReversed(),
  )
}

describe('digestOf', () => {
  it('does not depend on the order of the keys', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(hex(reversed(value))).toBe(hex(value))
      }),
    ))

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { b: 1 } }, { a: { c: 1 } }],
    [{ a: null }, {}],
    [{ a: 'é' }, { a: 'e\u0301' }],
  ])('tells %j from %j', (a, b) => expect(hex(a)).not.toBe(hex(b)))
})

describe('createRateLimit', () => {
  it('lets a burst through, then the sustained pace', () => {
    const limit = createRateLimit({ perSecond: 2, burst: 3 })
    const at = (ms: number): boolean => limit.take('a', ms)
    expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false])
    expect([at(500), at(500)]).toEqual([true, false])
    expect(at(60_000)).toBe(true)
  })

  it('counts each caller apart, and survives a clock that goes back', () => {
    const limit = createRateLimit({ perSecond: 1, burst: 1 })
    expect([limit.take('a', 1000), limit.take('b', 1000), limit.take('a', 1000)]).toEqual([true, true, false])
    expect(limit.take('a', 0)).toBe(false)
  })

  it('forgets the caller seen longest ago, never the busy one', () => {
    const limit = createRateLimit({ perSecond: 0, burst: 1, maxCallers: 2 })
    for (const caller of ['a', 'b']) limit.take(caller, 0)
    expect(limit.take('a', 1)).toBe(false)
    limit.take('c', 2)
    expect(limit.take('a', 3)).toBe(false)
    expect(limit.take('b', 4)).toBe(true)
  })
})
