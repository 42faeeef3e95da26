import type { Database } from '#platform/db/index.ts'
import type { PdfConverter } from '#platform/documents/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { MailSender } from '#platform/mail/index.ts'
import type { AbonnesDesCourriers } from './abonnes.ts'
import type { RegistreDesModeles } from './domain/modele.ts'

/** What the operations on letters receive from the composition root. */
export interface DependancesDesCourriers {
  readonly fichiers: FileStore
  readonly modeles: RegistreDesModeles
  /** of a scan or a PDF, in bytes */
  readonly tailleMax: number
  /** for what commits whatever becomes of the call: tries at a password */
  readonly database: Database
  readonly convertisseur: PdfConverter
  readonly messagerie: MailSender
  /** what a case type does of its letters when they leave, by code */
  readonly abonnes: AbonnesDesCourriers
}

/** Of a template, in bytes: a letter with a logo is far below. */
export const TAILLE_MAX_DU_MODELE = 5 * 1024 * 1024
/** Of a letter: a few pages; beyond this, something is wrong with it. */
export const TAILLE_MAX_DU_COURRIER = 20 * 1024 * 1024
