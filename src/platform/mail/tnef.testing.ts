function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(level, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0))
  return Buffer.concat([head, data, sum])
}

/** A winmail.dat holding a body and files, names in Windows-1252. */
export function tnef(body: string, files: readonly { name: string; content: string }[]): Uint8Array {
  const start = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0])
  const parts = files.flatMap(({ name, content }) => [
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${name}\u0000`, 'latin1')),
    attribute(2, 0x0006800f, Buffer.from(content)),
  ])
  return Buffer.concat([start, attribute(1, 0x0002800c, Buffer.from(`${body}\u0000`, 'latin1')), ...parts])
}
