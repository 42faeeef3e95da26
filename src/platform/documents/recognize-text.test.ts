import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composePdf } from './compose-pdf.ts'
import { pdfOfLines } from './pdf.testing.ts'
import {
  createTextRecognizer,
  findTextRecognizer,
  MAX_RECOGNIZED_PAGES,
  type TextRecognizer,
} from './recognize-text.ts'

const LETTER = [
  'Valmont-sur-Orge, le 14 octobre 2026.',
  'À son arrivée aux urgences, vers 14 h 20, ma mère a été installée sur un brancard, dans un couloir glacial.',
  'L’infirmière de nuit a été d’une grande gentillesse ; son appareil auditif n’a jamais été retrouvé.',
]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reconnaissance-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program in place of the one of the machine. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('porte-voix-texte-'))

/** Draws an empty page: `$last.png` beside the document. */
const DRAW = 'for last; do :; done; echo page > "$last.png"'
const recognizer = async (read: string, draw = DRAW): Promise<TextRecognizer> =>
  createTextRecognizer({
    tesseract: await program(`lire-${Math.random()}`, read),
    pdftoppm: await program(`dessiner-${Math.random()}`, draw),
    orients: true,
  })
const PDF = pdfOfLines([[], [], []])

describe('reconnaître le texte d’une image', () => {
  const real = findTextRecognizer(null)
  // continuous integration installs it: there, its absence is a failure
  const isHere = real.unavailable === null || process.env['CI'] !== undefined

  it.runIf(isHere)(
    'lit une page de français sans se tromper d’un mot, et ne laisse rien',
    async () => {
      const source = `#set document(title: "Lettre")
#set page("a4", margin: 2.2cm)
#set text(lang: "fr", size: 11pt)
#for p in json(bytes(sys.inputs.t)) [#par(p)]`
      const pdf = await composePdf({ source, inputs: { t: JSON.stringify(LETTER) } })
      const vu = await real.recognize({ bytes: pdf, pages: [1] })
      if (!vu.ok) throw new Error(vu.reason)
      const simple = (text: string): string => text.replace(/[’']/gu, "'").replace(/\s+/gu, ' ')
      expect(simple(vu.pages[0] ?? '')).toBe(simple(LETTER.join(' ')))
      expect(await leftovers()).toEqual([])
    },
    60_000,
  )

  it('lit les pages demandées, dans l’ordre, une à la fois', async () => {
    const un = await recognizer('echo "Texte de $1"', `${DRAW}; echo "$@" >> ${folder}/pages`)
    const vu = await un.recognize({ bytes: PDF, pages: [1, 3] })
    expect(vu).toMatchObject({ ok: true, pages: [expect.stringContaining('Texte de'), expect.any(String)] })
    expect(await readFile(join(folder, 'pages'), 'utf8')).toMatch(/^-f 1 -l 1 .*\n-f 3 -l 3 /u)
    expect(await leftovers()).toEqual([])
  })

  it('lit une image telle qu’elle est', async () => {
    const un = await recognizer('cat "$1"')
    expect(await un.recognize({ bytes: Buffer.from('une photo'), pages: null })).toEqual({
      ok: true,
      pages: ['une photo'],
    })
  })

  it('laisse la page qui échoue et lit les autres ; rien du tout est un échec', async () => {
    const une = await recognizer('echo lu', `case "$2" in 2) exit 1;; esac; ${DRAW}`)
    expect(await une.recognize({ bytes: PDF, pages: [1, 2, 3] })).toEqual({
      ok: true,
      pages: ['lu', null, 'lu'],
    })
    const aucune = await recognizer('exit 1')
    expect(await aucune.recognize({ bytes: PDF, pages: [1] })).toEqual({ ok: false, reason: 'damaged' })
    expect(await aucune.recognize({ bytes: PDF, pages: null })).toEqual({ ok: false, reason: 'damaged' })
    expect(await leftovers()).toEqual([])
  })

  it('s’arrête à trente pages, et dès qu’on le lui demande', async () => {
    const un = await recognizer('echo lu')
    const pages = Array.from({ length: MAX_RECOGNIZED_PAGES + 5 }, (_, i) => i + 1)
    const long = await un.recognize({ bytes: PDF, pages })
    expect(long.ok && long.pages.filter((page) => page === null)).toHaveLength(5)
    const arret = new AbortController()
    arret.abort()
    expect(await un.recognize({ bytes: PDF, pages: [1], signal: arret.signal })).toMatchObject({ ok: false })
  }, 60_000)

  it('passe après tout le reste, dans une mémoire bornée, sans connaître le dossier de la machine', async () => {
    const un = await recognizer('nice; ulimit -v; echo "$HOME"')
    const vu = await un.recognize({ bytes: PDF, pages: null })
    const [priorite, memoire, maison] = vu.ok ? (vu.pages[0] ?? '').split('\n') : []
    expect([priorite, memoire]).toEqual(['15', String(1500 * 1024)])
    expect(maison).toContain('porte-voix-texte-')
  })

  it('dit ce qui manque', async () => {
    expect(findTextRecognizer(join(folder, 'absent')).unavailable).toContain('ne répond pas')
    const anglais = await program('anglais', 'echo eng')
    expect(findTextRecognizer(anglais).unavailable).toContain('tesseract-ocr-fra')
    expect(await findTextRecognizer(anglais).recognize({ bytes: PDF, pages: null })).toEqual({
      ok: false,
      reason: 'unavailable',
    })
  })
})
