import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePdf } from './compose-pdf.ts'
import { docxFromParagraphs } from './docx-from-paragraphs.ts'
import { type DocumentToInspect, inspectDocument } from './inspect-document.ts'
import { tinyPdf } from './pdf.testing.ts'
import { readZip, writeZip } from './zip.ts'

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const inspect = (bytes: Uint8Array, name: string) => inspectDocument({ bytes, name })
const empty = docxFromParagraphs({ title: 'T', header: [], address: [], paragraphs: ['Bonjour'], footer: [] })
const withPart = (part: string, content: string) =>
  writeZip([...readZip(empty).entries(), [part, Buffer.from(content)] as const])
const zipOf = (...names: string[]) => writeZip(names.map((name) => [name, Buffer.from('x')] as const))

const exif = (orientation: number) =>
  bytesOf(
    `\u00ff\u00d8\u00ff\u00e1\u0000\u0022Exif\u0000\u0000MM\u0000*\u0000\u0000\u0000\u0008\u0000\u0001\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000${String.fromCharCode(orientation)}\u0000\u0000\u0000\u0000\u0000\u0000\u00ff\u00c0\u0000\u0011\u0008\u0001\u0000\u0002\u0000\u0003\u0001\u0011\u0000\u0002\u0011\u0000\u0003\u0011\u0000\u00ff\u00d9`,
  )

describe('inspectDocument: what is refused', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.pdf', 'empty'],
    ['a program named as a PDF', bytesOf('MZ\u0090\u0000'), 'facture.pdf', 'executable'],
    ['a shell script without extension', bytesOf('#!/bin/sh\nrm -rf /'), 'lisez-moi', 'script'],
    ['a script by its extension', bytesOf('bonjour'), 'facture.pdf.js', 'script'],
    ['a macro document by its extension', empty, 'modele.docm', 'macros'],
    ['a macro document renamed', withPart('word/vbaProject.bin', 'x'), 'modele.docx', 'macros'],
    ['an archive holding a program', zipOf('a.txt', 'b/setup.exe'), 'a.zip', 'archive-executable'],
    ['a cut archive', empty.subarray(0, 700), 'a.docx', 'damaged'],
    ['a .rar archive', bytesOf('Rar!\u001a\u0007\u0001\u0000 xxxxxxxxxx'), 'a.rar', 'archive-format'],
    ['unknown bytes', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 9), 'a.bin', 'unknown-type'],
  ])('%s', async (_case, bytes, name, code) => {
    expect(await inspect(bytes, name)).toMatchObject({
      accepted: false,
      code,
      message: expect.stringMatching(/[A-ZÉ].+\./u),
    })
  })

  it('an archive that would swell out of proportion', async () => {
    const bomb = writeZip([['zeros.txt', Buffer.alloc(50_000_000)]])
    expect(bomb.length).toBeLessThan(60_000)
    expect(await inspect(bomb, 'a.zip')).toMatchObject({ accepted: false, code: 'archive-bomb' })
  })

  it('a file above the size allowed', async () => {
    const big: DocumentToInspect = { bytes: bytesOf('x'.repeat(100)), name: 'a.txt', maxBytes: 99 }
    expect(await inspectDocument(big)).toMatchObject({ accepted: false, code: 'too-large' })
  })
})

describe('inspectDocument: what is accepted', () => {
  it.each([
    ['text', Buffer.from('Réclamation'), 'a.txt', 'text', 'text', []],
    ['text in UTF-16', Buffer.from('\ufeffRéclamation', 'utf16le'), 'a.txt', 'text', 'text', []],
    ['markup named .txt, served as text', bytesOf('<script>alert(1)</script>'), 'a.txt', 'text', 'text', []],
    ['HTML, never inline', bytesOf('<!doctype html><p>x'), 'a.html', 'html', 'none', ['active-content']],
    [
      'SVG, never inline',
      bytesOf('<svg xmlns="x"><script/></svg>'),
      'a.svg',
      'svg',
      'none',
      ['active-content'],
    ],
    [
      'HTML named as an image',
      bytesOf('<html>'),
      'a.png',
      'html',
      'none',
      ['extension-mismatch', 'active-content'],
    ],
    ['a message', bytesOf('From: a@b.fr\r\nMIME-Version: 1.0\r\n\r\nx'), 'a.eml', 'eml', 'none', []],
    ['a Word document', empty, 'a.docx', 'docx', 'none', []],
    ['a Word document named .pdf', empty, 'a.pdf', 'docx', 'none', ['extension-mismatch']],
    [
      'a Word document with a DOCTYPE',
      withPart('word/x.xml', '<!DOCTYPE a []><a/>'),
      'a.docx',
      'docx',
      'none',
      ['external-content'],
    ],
    ['an archive', zipOf('a.txt', 'b.pdf'), 'a.zip', 'zip', 'none', ['archive']],
    ['a calendar', bytesOf('BEGIN:VCALENDAR\r\n'), 'a.ics', 'ics', 'text', []],
  ])('%s', async (_case, bytes, name, type, preview, alerts) => {
    const result = await inspect(bytes, name)
    expect(result).toMatchObject({ accepted: true, type, preview })
    expect(result.accepted ? result.alerts.map((alert) => alert.code) : null).toEqual(alerts)
  })

  it('says how a photo was held', async () => {
    expect(await inspect(exif(6), 'a.jpg')).toMatchObject({
      type: 'jpeg',
      preview: 'image',
      image: { width: 512, height: 256, orientation: 6 },
      alerts: [{ code: 'rotated' }],
    })
    expect(await inspect(exif(1), 'a.jpg')).toMatchObject({ alerts: [] })
  })

  it('reads a file from its path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'document-'))
    await writeFile(join(folder, 'x'), 'bonjour')
    expect(await inspectDocument({ path: join(folder, 'x'), name: 'a.txt' })).toMatchObject({ type: 'text' })
    await rm(folder, { recursive: true })
  })

  it('never throws and never hangs on noise', { timeout: 60_000 }, async () => {
    const starts = [
      '',
      'PK\u0003\u0004',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '\u00ff\u00d8\u00ff\u00e1',
      'GIF89a',
      'RIFFxxxxWEBP',
    ]
    const noise = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 3000 }))
    await fc.assert(
      fc.asyncProperty(noise, async ([start, tail]) => {
        const result = await inspect(Buffer.concat([bytesOf(start), tail]), 'a.bin')
        expect(typeof result.accepted).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('inspectDocument: PDF', () => {
  it.each([
    ['ordinary', tinyPdf(), []],
    [
      'JavaScript at opening',
      tinyPdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
      ['javascript'],
    ],
    ['JavaScript hidden by escapes', tinyPdf('/OpenAction << /S /J#61vaScript /J#53 (x) >>'), ['javascript']],
    ['a program to launch', tinyPdf('/OpenAction << /S /Launch /F (calc.exe) >>'), ['launch']],
    [
      'a file inside',
      tinyPdf(
        '/Names << /EmbeddedFiles << /Names [(a.txt) 5 0 R] >> >>',
        '5 0 obj\n<< /Type /Filespec /F (a.txt) /EF << /F 6 0 R >> >>\nendobj\n6 0 obj\n<< /Length 2 >>\nstream\nhi\nendstream\nendobj',
      ),
      ['embedded-files'],
    ],
    ['a signature', tinyPdf('', '5 0 obj\n<< /Type /Sig /ByteRange [0 1 2 3] >>\nendobj'), ['signed']],
  ])('%s', async (_case, bytes, codes) => {
    const result = await inspect(bytes, 'a.pdf')
    expect(result).toMatchObject({ accepted: true, type: 'pdf', preview: 'pdf', pages: 1 })
    expect(result.accepted ? result.alerts.map((alert) => alert.code) : null).toEqual(codes)
  })

  it('a PDF that makes no sense is kept, without preview', async () => {
    const result = await inspect(bytesOf('%PDF-1.7\nnothing'), 'a.pdf')
    expect(result).toMatchObject({ accepted: true, preview: 'none', alerts: [{ code: 'damaged' }] })
  })
})

describe('composePdf', () => {
  const source = '#set document(title: "Essai")\n#set text(lang: "fr")\n= #sys.inputs.nom\n#sys.inputs.texte'

  it('composes a tagged PDF, the same bytes for the same date', async () => {
    const inputs = { nom: 'Zoé Œuvrard', texte: '*not bold* #panic("x")' }
    const at = new Date('2026-03-02T10:00:00Z')
    const [first, second] = [
      await composePdf({ source, inputs, at }),
      await composePdf({ source, inputs, at }),
    ]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.from(first).toString('latin1')).toContain('/StructTreeRoot')
    expect(await inspect(first, 'a.pdf')).toMatchObject({ pages: 1, alerts: [] })
  })

  it.each([
    ['a missing value', source, {}],
    ['a package', '#import "@preview/x:1.0.0": *', {}],
    ['a file of the machine', '#set document(title: "T")\n#read("/etc/hostname")', {}],
    ['a document without a title', '= Titre', {}],
  ])('refuses %s', async (_case, bad, inputs) => {
    await expect(composePdf({ source: bad, inputs })).rejects.toThrow(/composition/u)
  })
})
