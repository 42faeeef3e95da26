/** What WinAnsi writes outside Latin-1. */
const WIN_ANSI: ReadonlyMap<string, number> = new Map([
  ['’', 0x92],
  ['–', 0x96],
  ['œ', 0x9c],
])

const shown = (line: string): string =>
  [...line]
    .map((c) => `\\${(WIN_ANSI.get(c) ?? c.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`)
    .join('')

/** A PDF that says these lines, page after page, in a font every reader has. */
export function pdfOfLines(pages: readonly (readonly string[])[]): Uint8Array {
  const kids = pages.map((_lines, i) => `${10 + i * 2} 0 R`).join(' ')
  const objects = pages.map((lines, i) => {
    const stream = `BT /F1 10 Tf 12 TL 40 800 Td ${lines.map((line) => `(${shown(line)}) Tj T*`).join(' ')} ET`
    return `${10 + i * 2} 0 obj
<< /Type /Page /Parent 2 0 R /Contents ${11 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>
endobj
${11 + i * 2} 0 obj
<< /Length ${stream.length} >>
stream
${stream}
endstream
endobj`
  })
  return Buffer.from(
    `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>
endobj
3 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
endobj
${objects.join('\n')}
trailer
<< /Root 1 0 R >>
%%EOF
`,
    'latin1',
  )
}

/** A one-page PDF whose catalog holds `catalog` and whose objects include `objects`; the table is left to be rebuilt. */
export function tinyPdf(catalog = '', objects = ''): Uint8Array {
  return Buffer.from(
    `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R ${catalog} >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>
endobj
4 0 obj
<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] >>
endobj
${objects}
trailer
<< /Root 1 0 R >>
%%EOF
`,
    'latin1',
  )
}
