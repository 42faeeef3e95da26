import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import type { Target } from './bases.ts'
import type { Ask, Latencies } from './load.ts'
import type { Order, Ready, Reply } from './protocol.ts'

export interface RunningServer extends Ready {
  /** the load, over HTTP, from this process */
  readonly ask: Ask
  /** the same statements, in the process that serves */
  measureSql(order: Order): Promise<readonly Latencies[]>
  stop(): Promise<void>
}

const SLOWEST_MS = 120_000

function askOver(ready: Ready): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  return (screen, call) =>
    new Promise((resolve, reject) => {
      const asked = ready.screens[screen]?.calls[call]
      if (asked === undefined) return reject(new Error('no such call'))
      const body = asked.body === null ? '' : JSON.stringify(asked.body)
      const headers = {
        cookie: ready.cookies[asked.agent] ?? '',
        'accept-encoding': 'br, gzip',
        ...(body === ''
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      }
      const options = { agent, method: asked.method, headers, timeout: SLOWEST_MS }
      const sent = request(ready.url + asked.path, options, (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${asked.path}: ${answer.statusCode}`)),
        )
      })
      sent.on('timeout', () => sent.destroy(new Error(`${asked.path}: no answer within ${SLOWEST_MS} ms`)))
      sent.on('error', reject)
      sent.end(body)
    })
}

/** Starts the application in a process of its own, over a seeded database. */
export async function startServer(target: Target): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify({ target })], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const receive = async (): Promise<Reply> => {
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server under test stopped')))
    const [message]: Reply[] = await Promise.race([once(child, 'message'), ended])
    if (message === undefined) throw new Error('the server under test said nothing')
    if (message.kind === 'failed') throw new Error(message.message)
    return message
  }
  const first = await receive()
  if (first.kind !== 'ready') throw new Error('the server under test is not ready')
  return {
    ...first.ready,
    ask: askOver(first.ready),
    async measureSql(order) {
      child.send(order)
      const message = await receive()
      if (message.kind !== 'latencies') throw new Error('the server under test measured nothing')
      return message.latencies
    },
    async stop() {
      const ended = once(child, 'exit')
      child.send({ kind: 'stop' } satisfies Order)
      await ended
    },
  }
}
