import type { DocumentType, Preview } from './model.ts'

interface TypeInfo {
  readonly extensions: readonly string[]
  readonly contentType: string
  readonly preview: Preview
}

const download = (contentType: string, ...extensions: string[]): TypeInfo => ({
  extensions,
  contentType,
  preview: 'none',
})
const image = (contentType: string, ...extensions: string[]): TypeInfo => ({
  extensions,
  contentType,
  preview: 'image',
})
const text = (contentType: string, ...extensions: string[]): TypeInfo => ({
  extensions,
  contentType,
  preview: 'text',
})
const ooxml = (kind: string, extension: string) =>
  download(`application/vnd.openxmlformats-officedocument.${kind}`, extension)

/** First extension is the canonical one; HTML and SVG are never shown inline. */
export const DOCUMENT_TYPES = {
  pdf: { extensions: ['pdf'], contentType: 'application/pdf', preview: 'pdf' },
  png: image('image/png', 'png'),
  jpeg: image('image/jpeg', 'jpg', 'jpeg', 'jfif'),
  webp: image('image/webp', 'webp'),
  gif: image('image/gif', 'gif'),
  bmp: download('image/bmp', 'bmp'),
  heic: download('image/heic', 'heic', 'heif', 'avif'),
  tiff: download('image/tiff', 'tif', 'tiff'),
  text: text('text/plain', 'txt', 'text', 'log', 'md', 'asc'),
  csv: text('text/csv', 'csv'),
  xml: text('application/xml', 'xml'),
  ics: text('text/calendar', 'ics', 'txt'),
  vcf: text('text/vcard', 'vcf', 'txt'),
  html: download('text/html', 'html', 'htm', 'xhtml'),
  svg: download('image/svg+xml', 'svg'),
  rtf: download('application/rtf', 'rtf', 'doc'),
  docx: ooxml('wordprocessingml.document', 'docx'),
  xlsx: ooxml('spreadsheetml.sheet', 'xlsx'),
  pptx: ooxml('presentationml.presentation', 'pptx'),
  odt: download('application/vnd.oasis.opendocument.text', 'odt'),
  ods: download('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  odp: download('application/vnd.oasis.opendocument.presentation', 'odp'),
  doc: download('application/msword', 'doc', 'dot'),
  xls: download('application/vnd.ms-excel', 'xls', 'xlt'),
  ppt: download('application/vnd.ms-powerpoint', 'ppt', 'pps'),
  'office-encrypted': download('application/octet-stream', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'ppt'),
  eml: download('message/rfc822', 'eml'),
  msg: download('application/vnd.ms-outlook', 'msg'),
  tnef: download('application/ms-tnef', 'dat', 'tnef'),
  zip: download('application/zip', 'zip'),
  p7m: download('application/pkcs7-mime', 'p7m', 'p7s', 'p7b'),
  audio: download(
    'application/octet-stream',
    'mp3',
    'm4a',
    'wav',
    'ogg',
    'oga',
    'opus',
    'amr',
    'aac',
    'flac',
    '3gp',
    'wma',
  ),
  video: download(
    'application/octet-stream',
    'mp4',
    'mov',
    'webm',
    'avi',
    'mkv',
    '3gp',
    'mpg',
    'mpeg',
    'wmv',
    'm4v',
  ),
} as const satisfies Record<DocumentType, TypeInfo>
