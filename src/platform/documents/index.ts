export { checkTemplate } from './check-template.ts'
export { ComposePdfError, composePdf, type PdfToCompose } from './compose-pdf.ts'
export {
  createPdfConverter,
  findPdfConverter,
  type PdfConversion,
  type PdfConverter,
  pdfConverterMissing,
} from './convert-to-pdf.ts'
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
export { pdfText } from './pdf-text.ts'
export { type DecodedText, previewText } from './preview-text.ts'
export { MAX_TEXT, readText, type TextReading } from './read-text.ts'
export {
  createTextRecognizer,
  findTextRecognizer,
  MAX_RECOGNIZED_PAGES,
  type PictureToRecognize,
  type Recognition,
  type TextRecognizer,
  textRecognizerMissing,
} from './recognize-text.ts'
export { type RenderedTemplate, renderTemplate } from './render-template.ts'
export type { DocxDefect, DocxDefectCode, DocxRefusal, DocxReview } from './review-docx.ts'
export { reviewDocx } from './review-docx.ts'
export { reviewUploadedDocx } from './review-uploaded-docx.ts'
export type { Cell, SheetColumn, SheetToWrite } from './sheet-model.ts'
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
export { writeCsv } from './write-csv.ts'
export { writeXlsx } from './write-xlsx.ts'
