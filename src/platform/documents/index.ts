export { checkTemplate } from './check-template.ts'
export { ComposePdfError, composePdf, type PdfToCompose } from './compose-pdf.ts'
export {
  docxFromParagraphs,
  type ParagraphStyle,
  type TemplateContent,
  type TemplateParagraph,
} from './docx-from-paragraphs.ts'
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
export { renderTemplate } from './render-template.ts'
export {
  type KnownTag,
  MissingValueError,
  type TemplateCheck,
  type TemplateData,
  type TemplateError,
  type TemplateErrorCode,
  TemplateRefusedError,
  type TemplateValue,
} from './template-model.ts'
