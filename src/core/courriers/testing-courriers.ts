import type { TestDatabase } from '#platform/db/testing.ts'
import { type PdfConverter, pdfConverterMissing } from '#platform/documents/index.ts'
import { createFileStore, ephemeralMainKeys } from '#platform/files/index.ts'
import { type MailSender, mailSenderMissing } from '#platform/mail/index.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import type { RegistreDesModeles } from './domain/modele.ts'

/** What the operations on letters need, as a machine without mail server nor office software has it. */
export function dependancesDeTest(
  modeles: RegistreDesModeles,
  plus: Partial<DependancesDesCourriers> = {},
): DependancesDesCourriers {
  return {
    fichiers: createFileStore({ directory: '/nulle-part', keys: ephemeralMainKeys() }),
    database: {
      engineKind: 'embedded',
      transaction: () => Promise.reject(new Error('No database given')),
    },
    modeles,
    tailleMax: 5 * 1024 * 1024,
    convertisseur: pdfConverterMissing,
    messagerie: mailSenderMissing('aucun serveur'),
    abonnes: {},
    ...plus,
  }
}

/** A converter that answers this PDF, whatever it is given. */
export const convertisseurDeTest = (pdf: Uint8Array): PdfConverter => ({
  unavailable: null,
  convert: () => Promise.resolve({ ok: true, pdf }),
})

/** A sender whose answer is told beforehand, and that keeps what it was handed. */
export function messagerieDeTest(): MailSender & {
  readonly remis: Parameters<MailSender['send']>[0][]
  issue: Awaited<ReturnType<MailSender['send']>> | Error
  /** what happens while the server has not answered yet */
  pendant: (() => Promise<void>) | null
} {
  const messagerie = {
    unavailable: null,
    remis: [] as Parameters<MailSender['send']>[0][],
    issue: { outcome: 'accepted' } as Awaited<ReturnType<MailSender['send']>> | Error,
    pendant: null as (() => Promise<void>) | null,
    async send(message: Parameters<MailSender['send']>[0]) {
      messagerie.remis.push(message)
      await messagerie.pendant?.()
      if (messagerie.issue instanceof Error) throw messagerie.issue
      return messagerie.issue
    },
  }
  return messagerie
}

const TABLES = ['envoi', 'signature', 'visa', 'version', 'courrier', 'signataire'] as const

/** Empties the letters of a test database. */
export async function viderLesCourriers(base: TestDatabase): Promise<void> {
  await base.admin.query("delete from dossiers.attente where origine = 'courriers'")
  for (const table of TABLES) await base.admin.query(`delete from courriers.${table}`)
}
