import { describe, expect, it } from 'vitest'
import { decompressRtf } from './decompress-rtf.ts'
import { rtfToText } from './rtf-to-text.ts'

describe('decompressRtf', () => {
  it('reads the example of the format’s specification', () => {
    const example =
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
    expect(decompressRtf(Buffer.from(example, 'hex'))).toBe(
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    )
  })

  it('stops at the size announced when references go round', () => {
    const bomb = Buffer.concat([Buffer.alloc(16), Buffer.alloc(3000, 0xff)])
    bomb.writeUInt32LE(50_000, 4)
    bomb.writeUInt32LE(0x75465a4c, 8)
    expect(decompressRtf(bomb)?.length).toBeLessThanOrEqual(50_000)
  })

  it('says when it is something else', () => {
    expect(decompressRtf(Buffer.from('hello world, not RTF'))).toBeNull()
  })
})

describe('rtfToText', () => {
  it.each([
    ["{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}caf\\'e9\\par suite}", 'café\nsuite'],
    ['{\\rtf1\\ansi\\uc1 \\u233?t\\u233? \\{a\\}}', 'été {a}'],
    ['{\\rtf1\\ansi{\\*\\generator X;}visible{\\pict 00ff}}', 'visible'],
    [
      '{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf caché\\htmlrtf0 montré{\\*\\htmltag72 </p>}}',
      'montré',
    ],
    ['{{{{', ''],
  ])('reads %j', (rtf, text) => {
    expect(rtfToText(rtf)).toBe(text)
  })
})
