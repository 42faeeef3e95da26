import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPdfConverter, findPdfConverter, type PdfConverter } from './convert-to-pdf.ts'
import { docxFromParagraphs } from './docx-from-paragraphs.ts'
import { tinyPdf } from './pdf.testing.ts'
import { pdfText } from './pdf-text.ts'
import { readZip, writeZip } from './zip.ts'

const LETTER = docxFromParagraphs({
  title: 'Lettre',
  header: ['Hôpital'],
  address: ['Madame PETIT'],
  paragraphs: ['Nos références : REC-2026-00042'],
  footer: ['Pied'],
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'convertisseur-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program in place of the office software. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('porte-voix-pdf-'))

const real = findPdfConverter(null)
// continuous integration installs it: there, its absence is a failure
const isHere = real.unavailable === null || process.env['CI'] !== undefined

describe('convertir une lettre en PDF', () => {
  it.runIf(isHere)(
    'donne un PDF lisible, balisé, et ne laisse rien',
    async () => {
      const found = await real.convert(LETTER)
      if (!found.ok) throw new Error(found.reason)
      expect(Buffer.from(found.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(await pdfText(found.pdf)).toContain('REC-2026-00042')
      expect(Buffer.from(found.pdf).toString('latin1')).toContain('/MarkInfo')
      expect(await leftovers()).toEqual([])
    },
    60_000,
  )

  it('arrête toute la famille de processus au bout du temps', async () => {
    const mark = join(folder, 'vivant')
    const slow = await program('lent', `(while true; do date +%s%N > ${mark}; sleep 0.05; done) & sleep 60`)
    const found = await createPdfConverter({ command: slow, timeoutMs: 400 }).convert(LETTER)
    expect(found).toEqual({ ok: false, reason: expect.stringContaining('trop de temps') })
    const before = await readFile(mark, 'utf8')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await readFile(mark, 'utf8')).toBe(before)
    expect(await leftovers()).toEqual([])
  })

  it.each([
    ['s’arrête en erreur', 'exit 3'],
    ['dit avoir fini sans rien faire', 'exit 0'],
    ['rend autre chose qu’un PDF', 'for a in "$@"; do d="$a"; done; echo non > "$(dirname "$d")/lettre.pdf"'],
  ])('le dit quand le programme %s', async (_cas, script) => {
    const broken = createPdfConverter({ command: await program('casse', script) })
    expect(await broken.convert(LETTER)).toEqual({ ok: false, reason: expect.stringContaining('déposez-le') })
  })

  it('le dit quand le programme n’existe pas', async () => {
    const absent = findPdfConverter('/nulle/part/soffice')
    expect(absent.unavailable).toContain('PORTE_VOIX_LIBREOFFICE')
    expect(await absent.convert(LETTER)).toMatchObject({ ok: false })
    expect(await createPdfConverter({ command: '/nulle/part' }).convert(LETTER)).toMatchObject({ ok: false })
  })

  it('n’en fait qu’une à la fois, et n’en laisse pas s’accumuler', async () => {
    const log = join(folder, 'tours')
    const taking = await program('tour', `echo debut >> ${log}; sleep 0.1; echo fin >> ${log}`)
    const converter: PdfConverter = createPdfConverter({ command: taking })
    const all = await Promise.all(Array.from({ length: 12 }, () => converter.convert(LETTER)))
    expect((await readFile(log, 'utf8')).replaceAll('\n', ' ').trim()).toBe('debut fin '.repeat(10).trim())
    expect(all.filter((one) => !one.ok && one.reason.includes('en cours'))).toHaveLength(2)
  })

  it.each([
    ['un fichier quelconque', Buffer.from('bonjour')],
    [
      'un document qui appelle une image distante',
      writeZip(
        [...readZip(LETTER)].map(([name, content]) =>
          name === 'word/_rels/document.xml.rels'
            ? [
                name,
                Buffer.from(
                  Buffer.from(content)
                    .toString()
                    .replace(
                      '</Relationships>',
                      '<Relationship Id="r9" Type="http://x/image" Target="http://ailleurs.example/i.png" TargetMode="External"/></Relationships>',
                    ),
                ),
              ]
            : [name, content],
        ),
      ),
    ],
  ])('n’ouvre pas %s', async (_cas, bytes) => {
    const mark = join(folder, 'ouvert')
    const opening = createPdfConverter({ command: await program('ouvre', `touch ${mark}`) })
    expect(await opening.convert(bytes)).toMatchObject({ ok: false })
    await expect(readFile(mark)).rejects.toThrow()
  })
})

describe('le texte d’un PDF', () => {
  it('est vide pour une image, absent pour un fichier abîmé', async () => {
    expect((await pdfText(tinyPdf()))?.trim()).toBe('')
    expect(await pdfText(Buffer.from('%PDF-1.7 abîmé'))).toBeNull()
  })
})
