import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { docxText, inspectDocument } from '#platform/documents/index.ts'
import { type ParsedMessage, readMessage } from '#platform/mail/index.ts'

const usage = 'Usage : node tools/try-inputs.ts <dossier contenant manifest.json> [--text]'
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { text: { type: 'boolean', default: false } },
})
const MAIL = new Set(['.eml', '.msg', '.tnef', '.dat'])

const entrySchema = z
  .looseObject({ file: z.string().optional(), fichier: z.string().optional() })
  .transform((entry) => entry.file ?? entry.fichier ?? '')
const manifestSchema = z
  .union([z.array(entrySchema), z.object({ fichiers: z.array(entrySchema) }).transform((m) => m.fichiers)])
  .transform((names) => names.filter((name) => name !== ''))

function describeMessage(message: ParsedMessage): string {
  const files = message.attachments.map(
    (a) => `${a.name}${a.inline ? ' (image)' : ''}${a.nested ? ' (message)' : ''}`,
  )
  return [
    `de ${message.from?.name ?? ''} <${message.from?.address ?? ''}>`,
    `objet ${JSON.stringify(message.subject)}`,
    `date ${message.dateHeader ?? '—'} reçu ${message.trustedReceivedAt ?? '—'}`,
    `texte ${message.textBody.length}`,
    `pièces [${files.join(' ; ')}]`,
    message.automatic === false
      ? ''
      : `automatique ${message.automatic} ${message.failedRecipients.join(' ')}`,
    `alertes [${message.alerts.map((a) => a.code).join(' ')}]`,
  ]
    .filter((part) => part !== '')
    .join(' | ')
}

async function tryMail(bytes: Uint8Array, name: string): Promise<{ line: string; text: string }> {
  const result = await readMessage(bytes, name)
  if ('refusal' in result)
    return { line: `REFUS ${result.refusal.code} : ${result.refusal.message}`, text: '' }
  return { line: describeMessage(result), text: result.textBody }
}

async function tryDocument(bytes: Uint8Array, name: string): Promise<{ line: string; text: string }> {
  const result = await inspectDocument({ bytes, name })
  if (!result.accepted) return { line: `REFUS ${result.code} : ${result.message}`, text: '' }
  const image =
    result.image === null
      ? ''
      : `${result.image.width}×${result.image.height} sens ${result.image.orientation}`
  const facts = [
    `type ${result.type}`,
    `aperçu ${result.preview}`,
    result.pages === null ? '' : `${result.pages} pages`,
    image,
    `alertes [${result.alerts.map((a) => a.code).join(' ')}]`,
  ]
  const text = result.type === 'docx' ? docxText(bytes) : ''
  const line = facts.filter((part) => part !== '').join(' | ')
  return { line: text === '' ? line : `${line} | texte ${JSON.stringify(text.slice(0, 120))}`, text }
}

async function tryFile(path: string): Promise<{ line: string; text: string }> {
  const bytes = await readFile(path)
  if (MAIL.has(extname(path).toLowerCase())) return await tryMail(bytes, basename(path))
  return await tryDocument(bytes, basename(path))
}

async function main(): Promise<number> {
  const [directory] = positionals
  if (directory === undefined) {
    console.error(usage)
    return 2
  }
  const names = manifestSchema.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')))
  let slow = 0
  let failed = 0
  for (const name of names) {
    const start = performance.now()
    try {
      const { line, text } = await tryFile(join(directory, name))
      const ms = Math.round(performance.now() - start)
      if (ms > 5000) slow += 1
      console.log(`${name} | ${ms} ms | ${line}`)
      if (values.text) console.log(text.slice(0, 600).replace(/^/gmu, '    '))
    } catch (error) {
      failed += 1
      console.log(`${name} | ÉCHEC ${String(error)}`)
    }
  }
  console.log(`${names.length} fichiers, ${failed} exceptions, ${slow} au-delà de 5 s`)
  return failed + slow === 0 ? 0 : 1
}

process.exitCode = await main()
