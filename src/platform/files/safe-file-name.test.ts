import { describe, expect, it } from 'vitest'
import { extensionOf, safeFileName } from './safe-file-name.ts'

describe('safeFileName', () => {
  it.each([
    ['Réclamation été.pdf', 'Réclamation été.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\bilan.doc', 'bilan.doc'],
    ['facture\u202efdp.exe', 'facturefdp.exe'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['CON.txt', '_CON.txt'],
    ['what?<now>.pdf', 'what__now_.pdf'],
    ['odd=file=name.txt', 'odd=file=name.txt'],
    ['fin. . ', 'fin'],
    ['ديناصور.odt', 'ديناصور.odt'],
    ['....', 'sans-nom'],
    ['', 'sans-nom'],
    [null, 'sans-nom'],
  ])('turns %j into %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
  })

  it('shortens a very long name and keeps its extension', () => {
    const name = safeFileName(`${'é'.repeat(5000)}.pdf`)
    expect(name.length).toBeLessThanOrEqual(180)
    expect(name.endsWith('….pdf')).toBe(true)
  })

  it('finds the extension', () => {
    expect(['a.PDF', 'a', 'a.tar.gz', 'a.b c'].map(extensionOf)).toEqual(['pdf', '', 'gz', ''])
  })
})
