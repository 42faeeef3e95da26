import { describe, expect, it } from 'vitest'
import type { Cell, SheetToWrite } from './sheet-model.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'
import { readZip } from './zip.ts'

async function* rowsOf(rows: Iterable<readonly Cell[]>): AsyncGenerator<readonly Cell[]> {
  yield* rows
}

const sheet = (rows: Iterable<readonly Cell[]>, titles = ['A', 'B', 'C']): SheetToWrite => ({
  name: 'Dossiers & suites',
  columns: titles.map((title) => ({ title, width: 20 })),
  rows: rowsOf(rows),
})

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts)
}

const partsOf = async (content: AsyncIterable<Buffer>) =>
  new Map(
    [...readZip(await bytesOf(content))].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  )

const HOSTILE = ['=1+1', '+33 1', '-2 jours', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1']

describe('a workbook', () => {
  const write = async (rows: Iterable<readonly Cell[]>) => {
    const parts = await partsOf(writeXlsx(sheet(rows)))
    return parts.get('xl/worksheets/sheet1.xml') ?? ''
  }

  it('freezes its titles, filters what it holds and sets widths', async () => {
    const xml = await write([['x', 1, null]])
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<autoFilter ref="A1:C2"/>')
    expect(xml).toContain('<col min="3" max="3" width="20" customWidth="1"/>')
  })

  it('writes days and numbers as such, and days Excel counts wrong as texts', async () => {
    const xml = await write([[{ day: '2026-01-05' }, 4.5, { day: '1899-12-31' }]])
    expect(xml).toContain('<c r="A2" s="2"><v>46027</v></c>')
    expect(xml).toContain('<c r="B2"><v>4.5</v></c>')
    expect(xml).toContain('31/12/1899</t>')
  })

  it.each(HOSTILE)('holds %j as a text, never as a formula', async (text) => {
    const xml = await write([[text, null, null]])
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<c r="A2" t="inlineStr" s="3">')
  })

  it('removes what XML cannot say and keeps the rest', async () => {
    const xml = await write([['a\u0000\u0008b\uD800c\uFFFF <&> "q" 🙂 _x0041_\nd', null, null]])
    expect(xml).toContain('abc &lt;&amp;&gt; &quot;q&quot; 🙂 _x005F_x0041_\nd</t>')
  })

  it('cuts a cell where Excel would refuse it, not in the middle of a character', async () => {
    const xml = await write([[`${'a'.repeat(32_766)}🙂`, null, null]])
    expect(xml).toContain(`${'a'.repeat(32_766)}</t>`)
  })

  it('names columns past Z', async () => {
    const titles = Array.from({ length: 28 }, (_v, i) => `T${i}`)
    const parts = await partsOf(writeXlsx(sheet([], titles)))
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('r="AB1"')
    expect(parts.get('xl/workbook.xml')).toContain('name="Dossiers &amp; suites"')
  })

  it('asks for rows as it writes them, and stops asking when nobody reads', async () => {
    let given = 0
    let ended = false
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      try {
        for (;;) {
          given += 1
          yield [`ligne ${given} ${Math.random()}`, given, null]
        }
      } finally {
        ended = true
      }
    }
    let read = 0
    for await (const part of writeXlsx({ ...sheet([]), rows: endless() })) {
      read += part.length
      if (read > 200_000) break
    }
    await expect.poll(() => ended).toBe(true)
    expect(given).toBeLessThan(60_000)
  })

  it.each([
    ['holds as many rows as Excel reads', 3, ['r2', 'r3', 'r4'], false],
    ['says in the last one that more were left out', 4, ['r2', 'r3'], true],
  ] as const)('%s', async (_case, count, kept, isCut) => {
    const rows = Array.from({ length: count }, (_v, i) => [`r${i + 2}`, null, null])
    const xml = (await partsOf(writeXlsx(sheet(rows), 4))).get('xl/worksheets/sheet1.xml') ?? ''
    expect([...xml.matchAll(/>(r\d)<\/t>/g)].map((m) => m[1])).toEqual(kept)
    expect(xml.includes('Tableau coupé')).toBe(isCut)
    expect(xml).toContain('<autoFilter ref="A1:C4"/>')
  })

  it('fails when its rows fail', async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield ['a', 1, null]
      throw new Error('cut')
    }
    await expect(bytesOf(writeXlsx({ ...sheet([]), rows: broken() }))).rejects.toThrow('cut')
  })
})

describe('a CSV', () => {
  it('has its mark, semicolons, French days and decimals, and no formula', async () => {
    const text = (
      await bytesOf(
        writeCsv(sheet([[{ day: '2026-01-05' }, 4.5, 'a;b"c"'], ...HOSTILE.map((h) => [h, 0, null])])),
      )
    ).toString('utf8')
    expect(text.startsWith('\uFEFFA;B;C\r\n05/01/2026;4,5;"a;b""c"""\r\n')).toBe(true)
    for (const hostile of HOSTILE) expect(text).toContain(`'${hostile}`)
  })
})
