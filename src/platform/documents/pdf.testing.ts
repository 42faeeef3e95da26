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
