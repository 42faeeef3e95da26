import { describe, expect, it } from 'vitest'
import { previewText } from './preview-text.ts'

describe('previewText', () => {
  it.each([
    ['UTF-8', Buffer.from('été'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffété'), 'utf-8'],
    ['Windows-1252', Buffer.from('\u00e9t\u00e9', 'latin1'), 'windows-1252'],
    ['UTF-16 with a mark', Buffer.from('\ufeffété', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('réclamation été', 'utf16le'), 'utf-16le'],
  ])('reads %s', (_case, bytes, charset) => {
    const read = previewText(bytes)
    expect(read?.charset).toBe(charset)
    expect(read?.text.endsWith('été')).toBe(true)
  })

  it('is not fooled by a character cut at the end of the window', () => {
    expect(previewText(Buffer.from(`${'a'.repeat(39)}é`), 10)).toMatchObject({
      charset: 'utf-8',
      truncated: true,
    })
  })

  it('refuses what is not text', () => {
    expect(previewText(Uint8Array.from({ length: 100 }, (_, i) => i % 8))).toBeNull()
  })
})
