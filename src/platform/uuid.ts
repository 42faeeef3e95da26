/** The Web Crypto global, present in Node and in browsers; declared here because this tier sees neither. */
declare const crypto: { getRandomValues(target: Uint8Array): Uint8Array }

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hex = (bytes: Uint8Array): string => bytes.reduce((text, byte) => text + HEX[byte], '')

/** A time-ordered identifier (UUID version 7). `now` in milliseconds. Runs in the server and in the browser. */
export function uuidv7(now: number): string {
  const bytes = new Uint8Array(16)
  crypto.getRandomValues(bytes)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(now / 2 ** 32))
  view.setUint32(2, now % 2 ** 32)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const h = hex(bytes)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}
