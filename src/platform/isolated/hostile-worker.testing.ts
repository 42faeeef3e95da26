import { serveIsolated } from './serve-isolated.ts'

/** Test entry: behaves as badly as it is told to. */
serveIsolated((input: { behaviour: string }) => {
  if (input.behaviour === 'loop') {
    for (;;) Math.random()
  }
  if (input.behaviour === 'memory') {
    const kept: number[][] = []
    for (;;) kept.push(new Array<number>(100_000).fill(kept.length))
  }
  if (input.behaviour === 'throw') throw new Error('broken')
  if (input.behaviour === 'exit') process.exit(0)
  return `${input.behaviour} done`
})
