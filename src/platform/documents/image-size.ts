import type { DocumentType, ImageSize } from './model.ts'

/** Size and EXIF orientation of an image, from its headers only; null when they make no sense. */
export function imageSize(bytes: Uint8Array, type: DocumentType): ImageSize | null {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'png') return upright(input.readUInt32BE(16), input.readUInt32BE(20))
    if (type === 'gif') return upright(input.readUInt16LE(6), input.readUInt16LE(8))
    if (type === 'webp') return webpSize(input)
    return type === 'jpeg' ? jpegSize(input) : null
  } catch {
    return null
  }
}

function upright(width: number, height: number): ImageSize {
  return { width, height, orientation: 1 }
}

function webpSize(input: Buffer): ImageSize | null {
  const chunk = input.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return upright(input.readUIntLE(24, 3) + 1, input.readUIntLE(27, 3) + 1)
  if (chunk === 'VP8 ') return upright(input.readUInt16LE(26) & 0x3fff, input.readUInt16LE(28) & 0x3fff)
  if (chunk !== 'VP8L') return null
  const bits = input.readUInt32LE(21)
  return upright((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
}

const MAX_SEGMENTS = 2000

function jpegSize(input: Buffer): ImageSize | null {
  let orientation = 1
  let position = 2
  for (let i = 0; i < MAX_SEGMENTS && position + 4 < input.length; i += 1) {
    const marker = input[position + 1] ?? 0
    const length = input.readUInt16BE(position + 2)
    if (input[position] !== 0xff || length < 2) return null
    if (marker === 0xe1)
      orientation = exifOrientation(input.subarray(position + 4, position + 2 + length)) ?? orientation
    const startOfFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (startOfFrame) {
      return {
        width: input.readUInt16BE(position + 7),
        height: input.readUInt16BE(position + 5),
        orientation,
      }
    }
    position += 2 + length
  }
  return null
}

function exifOrientation(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\u0000\u0000') return null
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const uint16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(uint16(start), 200)
  for (let i = 0; i < count; i += 1) {
    const entry = start + 2 + 12 * i
    if (uint16(entry) !== 0x0112) continue
    const value = uint16(entry + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
