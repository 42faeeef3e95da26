import { fileTypeFromBuffer } from 'file-type'
import { extensionOf } from '#platform/files/index.ts'
import { cfbNames, isCfb } from './cfb.ts'
import { dangerOfExtension } from './dangerous-names.ts'
import type { DocumentRefusalCode, DocumentType } from './model.ts'
import { previewText } from './preview-text.ts'
import { listZip, readZipEntry, type ZipEntry, ZipError } from './zip.ts'

/** What the bytes are, whatever the name says; or why they are refused. */
export type Detection =
  | { readonly type: DocumentType; readonly entries?: readonly ZipEntry[] }
  | { readonly refused: DocumentRefusalCode }

/** Detects by content; the name only forbids, never allows. Nothing is executed, archives are listed, not unpacked. */
export async function detectType(bytes: Uint8Array, name: string): Promise<Detection> {
  const extension = extensionOf(name)
  return detectContainer(bytes, extension) ?? (await knownSignature(bytes)) ?? textType(bytes, extension)
}

/** The part of the detection that needs no waiting: programs, PDF, office containers, archives; else null. */
export function detectContainer(bytes: Uint8Array, extension: string): Detection | null {
  if (bytes.length === 0) return { refused: 'empty' }
  const danger = dangerOfExtension(extension)
  if (danger !== null) return { refused: danger }
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (isProgram(start)) return { refused: 'executable' }
  if (/^#!/u.test(start)) return { refused: 'script' }
  if (isCfb(bytes)) return cfbType(bytes)
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return zipType(bytes)
  const simple = SIMPLE.find(([pattern]) => pattern.test(start))
  return simple === undefined ? null : { type: simple[1] }
}

const SIMPLE = [
  [/^[\s\S]{0,1023}%PDF-/u, 'pdf'],
  [/^x\u009f>"/u, 'tnef'],
  [/^\{\\rtf/u, 'rtf'],
] as const

function isProgram(start: string): boolean {
  return /^(MZ|\u007fELF|\u00ca\u00fe\u00ba\u00be|[\u00ce\u00cf]\u00fa\u00ed\u00fe|dex\n)/u.test(start)
}

function cfbType(bytes: Uint8Array): Detection {
  const names = cfbNames(bytes)
  const has = (...wanted: string[]) => wanted.some((name) => names.has(name))
  if (has('EncryptedPackage', 'EncryptionInfo')) return { type: 'office-encrypted' }
  if (has('__properties_version1.0', '__nameid_version1.0')) return { type: 'msg' }
  if (has('_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA', 'Macros')) return { refused: 'macros' }
  if (has('WordDocument')) return { type: 'doc' }
  if (has('Workbook', 'Book')) return { type: 'xls' }
  if (has('PowerPoint Document')) return { type: 'ppt' }
  return { refused: names.size === 0 ? 'damaged' : 'unknown-type' }
}

function zipType(bytes: Uint8Array): Detection {
  try {
    const entries = listZip(bytes)
    const names = new Set(entries.map((entry) => entry.name))
    if ([...names].some((name) => /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//iu.test(name)))
      return { refused: 'macros' }
    if (names.has('[Content_Types].xml')) return officeType(bytes, entries)
    const mimetype = entries.find((entry) => entry.name === 'mimetype')
    if (mimetype !== undefined) return openDocumentType(bytes, mimetype, entries)
    const inside = entries.map((entry) => dangerOfExtension(extensionOf(entry.name)))
    if (inside.some((danger) => danger === 'executable' || danger === 'script'))
      return { refused: 'archive-executable' }
    return { type: 'zip', entries }
  } catch (error) {
    return { refused: error instanceof ZipError && error.code === 'bomb' ? 'archive-bomb' : 'damaged' }
  }
}

const OFFICE = [
  [/wordprocessingml\.(document|template)\.main/u, 'docx'],
  [/spreadsheetml\.(sheet|template)\.main/u, 'xlsx'],
  [/presentationml\.(presentation|slideshow|template)\.main/u, 'pptx'],
] as const

function officeType(bytes: Uint8Array, entries: readonly ZipEntry[]): Detection {
  const types = entries.find((entry) => entry.name === '[Content_Types].xml')
  if (types === undefined || types.size > 5_000_000) return { refused: 'damaged' }
  const content = Buffer.from(readZipEntry(bytes, types)).toString('utf8')
  if (/macroEnabled|vbaProject/iu.test(content)) return { refused: 'macros' }
  const found = OFFICE.find(([pattern]) => pattern.test(content))
  return found === undefined ? { refused: 'unknown-type' } : { type: found[1], entries }
}

const OPEN_DOCUMENT: Readonly<Record<string, 'odt' | 'ods' | 'odp'>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}

function openDocumentType(bytes: Uint8Array, mimetype: ZipEntry, entries: readonly ZipEntry[]): Detection {
  if (mimetype.size > 200) return { refused: 'unknown-type' }
  const type = OPEN_DOCUMENT[Buffer.from(readZipEntry(bytes, mimetype)).toString('latin1').trim()]
  return type === undefined ? { refused: 'unknown-type' } : { type, entries }
}

const SIGNATURES: Readonly<Record<string, DocumentType>> = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/avif': 'heic',
}
const REFUSED_ARCHIVES =
  /(7z|rar|gzip|bzip|x-tar|x-xz|zstd|x-compress|lzh|x-arj|cab|cpio|x-lzip|x-ace|x-iso|apple-diskimage)/u
const REFUSED_PROGRAMS =
  /(x-msdownload|x-elf|x-mach|x-rpm|x-deb|x-msi|java|wasm|ms-shortcut|x-python|chrome-extension)/u

async function knownSignature(bytes: Uint8Array): Promise<Detection | null> {
  // A window is enough for every signature, and keeps a hostile container from being walked through.
  const found = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined)
  if (found === undefined) return null
  const type = SIGNATURES[found.mime]
  if (type !== undefined) return { type }
  if (found.mime.startsWith('audio/')) return { type: 'audio' }
  if (found.mime.startsWith('video/')) return { type: 'video' }
  if (REFUSED_PROGRAMS.test(found.mime)) return { refused: 'executable' }
  return REFUSED_ARCHIVES.test(found.mime) ? { refused: 'archive-format' } : null
}

const MAIL_HEADER =
  /^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[a-z-]+)[ \t]*:/imu

/** Served as plain text, markup included: nothing in it can run. */
const SHOWN_AS_TEXT = new Set(['eml', 'txt', 'csv', 'md', 'log'])

function textType(bytes: Uint8Array, extension: string): Detection {
  const asn1 = bytes[0] === 0x30 && ((bytes[1] ?? 0) & 0x80) === 0x80
  if (asn1 && /^p7[mscb]$/u.test(extension)) return { type: 'p7m' }
  const decoded = previewText(bytes, 20_000)
  if (decoded === null) return { refused: 'unknown-type' }
  const start = decoded.text.trimStart().slice(0, 4000)
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg\b/iu.test(start) ||
    extension === 'svg'
  ) {
    return { type: 'svg' }
  }
  if (/<(!doctype html|html|head|body|script|iframe)\b/iu.test(start) && !SHOWN_AS_TEXT.has(extension))
    return { type: 'html' }
  return { type: plainTextType(start, extension) }
}

function plainTextType(start: string, extension: string): DocumentType {
  if (start.startsWith('BEGIN:VCALENDAR')) return 'ics'
  if (start.startsWith('BEGIN:VCARD')) return 'vcf'
  const headers = start.split(/\r?\n\r?\n/u, 1)[0] ?? ''
  if (
    extension === 'eml' ||
    (MAIL_HEADER.test(headers) && /^(content-type|mime-version|message-id|received)[ \t]*:/imu.test(headers))
  ) {
    return 'eml'
  }
  if (start.startsWith('<?xml')) return 'xml'
  return extension === 'csv' ? 'csv' : 'text'
}
