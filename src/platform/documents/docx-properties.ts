import { attribute, decodeXml, encodeXml, textOf } from './ooxml.ts'

type Files = ReadonlyMap<string, Uint8Array>

const PART = 'docProps/custom.xml'
const TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>'
const PROPERTY = /<property\b[^>]*>[\s\S]*?<\/property>/gu

/** Where the custom properties of a document are, wherever the software that saved it put them. */
function partOf(files: Files): string | null {
  const relation = [...textOf(files, '_rels/.rels').matchAll(/<Relationship\b[^>]*>/gu)].find(([tag]) =>
    /\/custom-properties$/u.test(attribute(tag, 'Type')),
  )
  const part = relation === undefined ? null : attribute(relation[0], 'Target').replace(/^\//u, '')
  return part !== null && files.has(part) ? part : null
}

/** Custom text properties of a Word document: nothing on the page shows them, and Word keeps them when it saves. */
export function docxProperties(files: Files): ReadonlyMap<string, string> {
  const part = partOf(files)
  if (part === null) return new Map()
  return new Map(
    [...textOf(files, part).matchAll(PROPERTY)].map(([property]) => [
      decodeXml(attribute(property, 'name')),
      decodeXml(/<vt:\w+>([^<]*)<\/vt:\w+>/u.exec(property)?.[1] ?? ''),
    ]),
  )
}

const withinType = (types: string, part: string): string =>
  types.includes(TYPE)
    ? types
    : types.replace('</Types>', `<Override PartName="/${part}" ContentType="${TYPE}"/></Types>`)

function withRelation(rels: string, part: string): string {
  const ids = [...rels.matchAll(/\bId="([^"]*)"/gu)].map(([, id]) => id)
  let rank = ids.length + 1
  while (ids.includes(`rId${rank}`)) rank += 1
  const relation = `<Relationship Id="rId${rank}" Type="${RELATION}" Target="${part}"/>`
  return rels.replace('</Relationships>', `${relation}</Relationships>`)
}

/** The same document with these custom properties; those it had under other names stay. */
export function withDocxProperties(
  files: Files,
  properties: Readonly<Record<string, string>>,
): ReadonlyMap<string, Uint8Array> {
  const existing = partOf(files)
  const part = existing ?? PART
  const xml = existing === null ? EMPTY : textOf(files, part)
  const kept = [...xml.matchAll(PROPERTY)]
    .map(([property]) => property)
    .filter((property) => !Object.hasOwn(properties, decodeXml(attribute(property, 'name'))))
  // identifiers 0 and 1 are reserved
  const first = Math.max(1, ...kept.map((property) => Number(attribute(property, 'pid')) || 1)) + 1
  const added = Object.entries(properties).map(
    ([name, value], rank) =>
      `<property fmtid="${FORMAT}" pid="${first + rank}" name="${encodeXml(name)}"><vt:lpwstr>${encodeXml(value)}</vt:lpwstr></property>`,
  )
  const emptied = xml.replace(PROPERTY, '').replace(/<Properties\b([^>]*)\/>/u, '<Properties$1></Properties>')
  const changed = new Map(files)
  const write = (name: string, text: string) => changed.set(name, Buffer.from(text, 'utf8'))
  write(part, emptied.replace('</Properties>', `${[...kept, ...added].join('')}</Properties>`))
  write('[Content_Types].xml', withinType(textOf(files, '[Content_Types].xml'), part))
  if (existing === null) write('_rels/.rels', withRelation(textOf(files, '_rels/.rels'), part))
  return changed
}
