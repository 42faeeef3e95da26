// Child of the harness: commits rows and writes each acknowledgement to a file, until it is killed.
import { openSync, writeSync } from 'node:fs'
import { openEmbeddedEngine } from '#platform/db/embedded-engine.ts'
import { withSession } from '#platform/db/engine.ts'

const { folder, acks, cut, durable, silent, seed } = JSON.parse(process.argv[2] ?? '{}')
const engine = await openEmbeddedEngine({ folder, durable, faults: { powerCut: cut } })
await withSession(engine, (session) =>
  session.exec(`
    create table if not exists ack (n bigint primary key, label text not null);
    create index if not exists ack_label on ack (label);
    create index if not exists ack_words on ack using gin (to_tsvector('simple', label));
  `),
)
const file = openSync(acks, 'a')
let stopping = false
// The harness says when: the cut must fall between two statements.
process.on('message', () => {
  stopping = true
})
process.send?.('ready')
for (let n = seed; !stopping; n += 1) {
  if (silent) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    continue
  }
  await withSession(engine, async (session) => {
    await session.query('begin')
    await session.query('insert into ack values ($1, $2)', [n, `ligne ${n} ${n % 97}`])
    await session.query('commit')
  })
  writeSync(file, `${n}\n`)
  // Lets the message of the harness in.
  if (n % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
}
await engine.cutPower()
