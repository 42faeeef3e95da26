import { serveIsolated } from '#platform/isolated/index.ts'
import { type OfficeFormat, officeText } from './office-text.ts'

serveIsolated(
  ({
    bytes,
    format,
    max,
  }: {
    readonly bytes: Uint8Array
    readonly format: OfficeFormat
    readonly max: number
  }) => officeText(bytes, format, max),
)
