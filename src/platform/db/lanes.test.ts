import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLanes } from './lanes.ts'

describe('lanes', () => {
  it('lets so many in at once, the others in the order they came', async () => {
    const lanes = createLanes({ lanes: 2, longMs: 60_000 })
    const entered: number[] = []
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 9 }, async (_, rank) => {
        const leave = await lanes.enter()
        entered.push(rank)
        inside += 1
        most = Math.max(most, inside)
        await sleep(2)
        inside -= 1
        leave()
      }),
    )
    expect(most).toBe(2)
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('no longer counts who stays long', async () => {
    const lanes = createLanes({ lanes: 1, longMs: 20 })
    const leaveLong = await lanes.enter()
    // waits for the place of the first, who does not leave
    const leave = await lanes.enter()
    leaveLong()
    let third = false
    const next = lanes.enter().then(() => {
      third = true
    })
    await sleep(1)
    expect(third, 'the first gave a place back twice').toBe(false)
    leave()
    await next
    expect(third).toBe(true)
  })

  it('takes a place back once', async () => {
    const lanes = createLanes({ lanes: 1, longMs: 60_000 })
    const leave = await lanes.enter()
    leave()
    leave()
    await lanes.enter()
    let second = false
    void lanes.enter().then(() => {
      second = true
    })
    await sleep(1)
    expect(second).toBe(false)
  })
})
