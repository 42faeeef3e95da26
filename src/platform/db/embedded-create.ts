// Run as a program: `node embedded-create.ts <folder>`. Creating a database takes 200 MB that a process never gives back.
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS } from './durable-fs.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('which folder?')
const pg = await PGlite.create({
  fs: new DurableNodeFS(folder),
  startParams: [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
  ],
})
await pg.close()
