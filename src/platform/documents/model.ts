export type DocumentType =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'heic'
  | 'tiff'
  | 'gif'
  | 'bmp'
  | 'text'
  | 'csv'
  | 'xml'
  | 'html'
  | 'svg'
  | 'rtf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'doc'
  | 'xls'
  | 'ppt'
  | 'office-encrypted'
  | 'eml'
  | 'msg'
  | 'tnef'
  | 'ics'
  | 'vcf'
  | 'zip'
  | 'p7m'
  | 'audio'
  | 'video'

/** How the browser may show the document inline; everything else is a download. */
export type Preview = 'pdf' | 'image' | 'text' | 'none'

export type DocumentAlertCode =
  | 'extension-mismatch'
  | 'password-protected'
  | 'javascript'
  | 'launch'
  | 'embedded-files'
  | 'signed'
  | 'annotations'
  | 'form'
  | 'damaged'
  | 'external-content'
  | 'active-content'
  | 'archive'
  | 'rotated'
  | 'very-large-image'
  | 'no-preview'
  | 'slow'

/** Something the reader must know; `message` is French and shown as is. */
export interface DocumentAlert {
  readonly code: DocumentAlertCode
  readonly message: string
}

export type DocumentRefusalCode =
  | 'empty'
  | 'too-large'
  | 'executable'
  | 'script'
  | 'macros'
  | 'archive-format'
  | 'archive-bomb'
  | 'archive-executable'
  | 'damaged'
  | 'unknown-type'

export interface DocumentRefusal {
  readonly accepted: false
  readonly code: DocumentRefusalCode
  /** French, says what to do next */
  readonly message: string
}

export interface ImageSize {
  readonly width: number
  readonly height: number
  /** EXIF orientation, 1 upright to 8; browsers apply it to <img>, so the preview is upright */
  readonly orientation: number
}

export interface AcceptedDocument {
  readonly accepted: true
  readonly type: DocumentType
  /** canonical, without the dot */
  readonly extension: string
  /** to be sent in Content-Type; never the one declared by the sender */
  readonly contentType: string
  readonly preview: Preview
  readonly pages: number | null
  readonly image: ImageSize | null
  readonly alerts: readonly DocumentAlert[]
}

export type Inspection = AcceptedDocument | DocumentRefusal
