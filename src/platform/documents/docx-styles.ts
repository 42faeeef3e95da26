/** Namespaces of every Word part. */
export const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
  readonly next?: string
}

/**
 * 110 mm from the left edge, 50 mm from the top, 80 mm wide: seen through the window of a French DL envelope (100 × 45 mm,
 * 20 mm from its right and lower edges) wherever the sheet folded in three lies in it. On each paragraph, not in their
 * style: LibreOffice does not place a frame a style describes.
 */
export const WINDOW =
  '<w:framePr w:w="4536" w:h="1814" w:hRule="atLeast" w:hSpace="142" w:vSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="6237" w:y="2835"/>'

const STYLES: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="240"/>',
    run: '<w:b/><w:sz w:val="28"/>',
    next: 'Normal',
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="24"/>',
    next: 'Normal',
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: '<w:spacing w:after="160"/><w:ind w:left="425" w:hanging="283"/><w:contextualSpacing/>',
  },
  {
    id: 'Recipient',
    name: 'Recipient',
    paragraph: '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
  },
  {
    id: 'Right',
    name: 'Right',
    paragraph: '<w:spacing w:before="240" w:after="240"/><w:ind w:left="4820"/>',
  },
  // the last words of a letter stay with its signature
  { id: 'Closing', name: 'Closing', paragraph: '<w:keepNext/><w:keepLines/>' },
  {
    id: 'Signature',
    name: 'Signature',
    paragraph: '<w:keepLines/><w:spacing w:before="480" w:after="0"/><w:ind w:left="4820"/>',
  },
  {
    id: 'Small',
    name: 'Small',
    paragraph: '<w:spacing w:before="60" w:after="60"/>',
    run: '<w:sz w:val="18"/>',
  },
  { id: 'Header', name: 'header', paragraph: '<w:spacing w:after="0"/>', run: '<w:sz w:val="20"/>' },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:spacing w:after="0"/><w:jc w:val="center"/>',
    run: '<w:sz w:val="18"/>',
  },
]

/** Styles part: a font every office software has, French for the spelling checker and for screen readers. */
export function docxStyles(): string {
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
  return `<w:styles ${W}>${defaults}${normal}${STYLES.map(styleXml).join('')}</w:styles>`
}

function styleXml({ id, name, paragraph, run, next }: Style): string {
  const after = next === undefined ? '' : `<w:next w:val="${next}"/>`
  const pPr = paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`
  const rPr = run === undefined ? '' : `<w:rPr>${run}</w:rPr>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${after}<w:qFormat/>${pPr}${rPr}</w:style>`
}
