const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const END_OF_CHAIN = 0xfffffffa
const MAX_SECTORS = 200_000
const MAX_NAMES = 20_000

/** True for the container of the old Office formats, of .msg and of password-protected .docx. */
export function isCfb(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte)
}

/** Names of the streams and folders of a compound file; loops and nonsense end the walk. Empty when unreadable. */
export function cfbNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>()
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const sectorSize = 1 << input.readUInt16LE(30)
    if (sectorSize !== 512 && sectorSize !== 4096) return names
    const file = { input, sectorSize, fat: fatSectors(input, sectorSize) }
    const seen = new Set<number>()
    let sector = input.readUInt32LE(48)
    while (sector < END_OF_CHAIN && !seen.has(sector) && names.size < MAX_NAMES) {
      seen.add(sector)
      collectNames(file, sector, names)
      sector = nextSector(file, sector)
    }
  } catch {
    // A truncated file: what was found so far is still true.
  }
  return names
}

interface Cfb {
  readonly input: Buffer
  readonly sectorSize: number
  readonly fat: readonly number[]
}

function fatSectors(input: Buffer, sectorSize: number): readonly number[] {
  const sectors: number[] = []
  for (let i = 0; i < 109; i += 1) sectors.push(input.readUInt32LE(76 + 4 * i))
  const seen = new Set<number>()
  let difat = input.readUInt32LE(68)
  while (difat < END_OF_CHAIN && !seen.has(difat) && sectors.length < MAX_SECTORS) {
    seen.add(difat)
    const start = (difat + 1) * sectorSize
    for (let i = 0; i < sectorSize / 4 - 1; i += 1) sectors.push(input.readUInt32LE(start + 4 * i))
    difat = input.readUInt32LE(start + sectorSize - 4)
  }
  return sectors
}

function nextSector({ input, sectorSize, fat }: Cfb, sector: number): number {
  const perSector = sectorSize / 4
  const fatSector = fat[Math.floor(sector / perSector)]
  if (fatSector === undefined || fatSector >= END_OF_CHAIN) return END_OF_CHAIN
  return input.readUInt32LE((fatSector + 1) * sectorSize + 4 * (sector % perSector))
}

function collectNames({ input, sectorSize }: Cfb, sector: number, names: Set<string>): void {
  const start = (sector + 1) * sectorSize
  for (let entry = start; entry < start + sectorSize && entry + 128 <= input.length; entry += 128) {
    const length = input.readUInt16LE(entry + 64)
    if (length >= 2 && length <= 64) names.add(input.toString('utf16le', entry, entry + length - 2))
  }
}
