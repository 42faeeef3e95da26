import { readFile, stat } from 'node:fs/promises'
import { extensionOf } from '#platform/files/index.ts'
import { type Detection, detectType } from './detect-type.ts'
import { DOCUMENT_TYPES } from './document-types.ts'
import { imageSize } from './image-size.ts'
import { inspectPdf } from './inspect-pdf.ts'
import type { AcceptedDocument, DocumentAlert, DocumentType, Inspection } from './model.ts'
import { declaresEntities, externalTargets } from './ooxml.ts'
import { refuseDocument } from './refusals.ts'

const MAX_BYTES = 200 * 1024 * 1024
const MAX_PIXELS = 120_000_000

export type DocumentToInspect = ({ readonly bytes: Uint8Array } | { readonly path: string }) & {
  /** as given by the sender */
  readonly name: string
  /** what the sender says it is: never trusted, never sent back */
  readonly declaredType?: string
  readonly maxBytes?: number
}

/**
 * The one door for a file received from outside: what it really is, how it may be shown, what the reader must know; or
 * a refusal with a French sentence. The bytes are never changed. Rejects only when the file cannot be read at all.
 */
export async function inspectDocument(document: DocumentToInspect): Promise<Inspection> {
  const max = document.maxBytes ?? MAX_BYTES
  const size = 'bytes' in document ? document.bytes.length : (await stat(document.path)).size
  if (size > max) return refuseDocument('too-large')
  const bytes = 'bytes' in document ? document.bytes : await readFile(document.path)
  const detection = await detectType(bytes, document.name)
  if ('refused' in detection) return refuseDocument(detection.refused)
  return await describe(bytes, document.name, detection)
}

type Known = Exclude<Detection, { refused: unknown }>

async function describe(bytes: Uint8Array, name: string, detection: Known): Promise<AcceptedDocument> {
  const { type } = detection
  const { extensions, contentType, preview } = DOCUMENT_TYPES[type]
  const image = imageSize(bytes, type)
  const pdf = type === 'pdf' ? await inspectPdf(bytes) : null
  const tooLarge = image !== null && image.width * image.height > MAX_PIXELS
  return {
    accepted: true,
    type,
    extension: canonicalExtension(name, extensions),
    contentType,
    preview: tooLarge || pdf?.readable === false ? 'none' : preview,
    pages: pdf?.facts?.pages ?? null,
    image,
    alerts: [
      ...extensionAlerts(name, type, extensions),
      ...(pdf?.alerts ?? []),
      ...imageAlerts(image?.orientation ?? 1, tooLarge),
      ...containerAlerts(bytes, detection),
    ],
  }
}

function canonicalExtension(name: string, extensions: readonly string[]): string {
  const given = extensionOf(name)
  return extensions.includes(given) ? given : (extensions[0] ?? '')
}

function extensionAlerts(
  name: string,
  type: DocumentType,
  extensions: readonly string[],
): readonly DocumentAlert[] {
  const given = extensionOf(name)
  const harmless = type === 'text' || type === 'xml' || type === 'audio' || type === 'video' || given === ''
  if (harmless || extensions.includes(given)) return []
  return [
    {
      code: 'extension-mismatch',
      message: `Ce fichier est nommé « .${given} » mais son contenu est de type ${extensions[0] ?? type}. Il est traité selon son contenu.`,
    },
  ]
}

function imageAlerts(orientation: number, tooLarge: boolean): readonly DocumentAlert[] {
  const alerts: DocumentAlert[] = []
  if (orientation !== 1) {
    alerts.push({
      code: 'rotated',
      message: 'Cette photo a été prise de côté : elle est montrée à l’endroit.',
    })
  }
  if (tooLarge) {
    alerts.push({
      code: 'very-large-image',
      message: 'Cette image est démesurée : elle n’est pas affichée, seulement téléchargeable.',
    })
  }
  return alerts
}

const ALERTS: Partial<Record<DocumentType, DocumentAlert>> = {
  'office-encrypted': {
    code: 'password-protected',
    message:
      'Ce document est protégé par mot de passe. Il est conservé ; demandez une version lisible ou le mot de passe.',
  },
  html: {
    code: 'active-content',
    message: 'Cette page web n’est pas affichée ici : elle est seulement téléchargeable.',
  },
  svg: {
    code: 'active-content',
    message: 'Ce dessin SVG n’est pas affiché ici : il est seulement téléchargeable.',
  },
  heic: {
    code: 'no-preview',
    message: 'Cette photo (format HEIC) est conservée mais ne peut pas être affichée ici.',
  },
  tiff: {
    code: 'no-preview',
    message: 'Cette image (format TIFF) est conservée mais ne peut pas être affichée ici.',
  },
}

function containerAlerts(bytes: Uint8Array, { type, entries = [] }: Known): readonly DocumentAlert[] {
  const alerts: DocumentAlert[] = []
  const fixed = ALERTS[type]
  if (fixed !== undefined) alerts.push(fixed)
  if (type === 'zip') {
    const locked = entries.some((entry) => entry.encrypted)
    alerts.push(
      locked
        ? {
            code: 'password-protected',
            message: 'Cette archive est protégée par mot de passe. Demandez les documents en clair.',
          }
        : {
            code: 'archive',
            message: `Cette archive contient ${entries.length} fichiers, à ouvrir après téléchargement.`,
          },
    )
  }
  const office = type === 'docx' || type === 'xlsx' || type === 'pptx'
  if (office && (externalTargets(bytes, entries).length > 0 || declaresEntities(bytes, entries))) {
    alerts.push({
      code: 'external-content',
      message: 'Ce document appelle des images ou des contenus distants : ils n’ont pas été chargés.',
    })
  }
  return alerts
}
