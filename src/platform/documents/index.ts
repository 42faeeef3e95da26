export { docxText } from './docx-text.ts'
export { type DocumentToInspect, inspectDocument } from './inspect-document.ts'
export type {
  AcceptedDocument,
  DocumentAlert,
  DocumentAlertCode,
  DocumentRefusal,
  DocumentRefusalCode,
  DocumentType,
  ImageSize,
  Inspection,
  Preview,
} from './model.ts'
export { type DecodedText, previewText } from './preview-text.ts'
