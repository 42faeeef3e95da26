import { resolve } from 'node:path'
import { z } from 'zod'
import { type Mailbox, readMailbox, readSmtpUrl, type SmtpServer } from '#platform/mail/index.ts'

const nombre = (defaut: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(defaut)
const postgres = z.string().regex(/^postgres(ql)?:\/\//, { error: 'doit commencer par postgres://' })

/** « https://usagers.hopital.example/ » → without its final slash; null when it is not a bare web address. */
function origineDe(adresse: string): string | null {
  if (!URL.canParse(adresse)) return null
  const { protocol, origin, pathname, search, hash, username } = new URL(adresse)
  const estNue = pathname === '/' && search === '' && hash === '' && username === ''
  return estNue && (protocol === 'https:' || protocol === 'http:') ? origin : null
}

const schema = z
  .object({
    DATABASE_URL: postgres.optional(),
    DATABASE_MIGRATION_URL: postgres.optional(),
    PORTE_VOIX_DONNEES: z.string().min(1).optional(),
    PORTE_VOIX_CLE: z.string().min(1).optional(),
    PORTE_VOIX_HOTE: z.string().min(1).default('127.0.0.1'),
    PORT: nombre(3000, 0, 65_535),
    PORTE_VOIX_FUSEAU: z.string().default('Europe/Paris'),
    PORTE_VOIX_TAILLE_MAX_MO: nombre(60, 1, 2048),
    PORTE_VOIX_MANDATAIRES: z.string().default(''),
    PORTE_VOIX_ADRESSE: z
      .string()
      .refine((v) => origineDe(v) !== null, {
        error: 'doit être une adresse sans chemin, par exemple https://usagers.hopital.example',
      })
      .optional(),
    PORTE_VOIX_SMTP_URL: z
      .string()
      .refine((v) => readSmtpUrl(v) !== null, {
        error: 'doit être une adresse smtp:// ou smtps://, par exemple smtp://relais.exemple.fr:25',
      })
      .optional(),
    PORTE_VOIX_SMTP_EXPEDITEUR: z
      .string()
      .refine((v) => readMailbox(v) !== null, {
        error:
          'doit être une adresse électronique, par exemple Relations avec les usagers <usagers@exemple.fr>',
      })
      .optional(),
    PORTE_VOIX_LIBREOFFICE: z.string().min(1).optional(),
    PORTE_VOIX_TESSERACT: z.string().min(1).optional(),
  })
  .refine((e) => (e.PORTE_VOIX_SMTP_URL === undefined) === (e.PORTE_VOIX_SMTP_EXPEDITEUR === undefined), {
    path: ['PORTE_VOIX_SMTP_EXPEDITEUR'],
    error: 'va avec PORTE_VOIX_SMTP_URL : indiquez les deux, ou aucune',
  })
  .refine((e) => e.DATABASE_URL === undefined || e.DATABASE_MIGRATION_URL !== undefined, {
    path: ['DATABASE_MIGRATION_URL'],
    error:
      'doit accompagner DATABASE_URL : un compte migre le schéma, un autre, sans droit sur les tables, sert l’application',
  })

/** Everything the environment may set, parsed once at start. */
export interface Config {
  readonly base:
    | { readonly genre: 'embarquee'; readonly dossier: string }
    | { readonly genre: 'serveur'; readonly url: string; readonly urlDeMigration: string }
  /** folder of the data: database when embedded, encrypted pieces always */
  readonly donnees: string
  /** file of the main key, outside the data folder */
  readonly cle: string
  readonly hote: string
  readonly port: number
  /** zone of the nightly jobs */
  readonly fuseau: string
  /** of one deposited file, in bytes */
  readonly tailleMax: number
  readonly mandataires: readonly string[]
  /** where agents and services reach the application; null: what each request says */
  readonly adresse: string | null
  /** null while no mail server is set */
  readonly smtp: { readonly server: SmtpServer; readonly from: Mailbox } | null
  /** program of LibreOffice; null where it is looked for in its usual places */
  readonly libreOffice: string | null
  /** program of Tesseract; null where it is looked for in its usual places */
  readonly tesseract: string | null
}

/** The settings cannot be read: the message is a French sentence per variable. */
export class ConfigError extends Error {}

const programmesDe = (e: z.output<typeof schema>): Pick<Config, 'libreOffice' | 'tesseract'> => ({
  libreOffice: e.PORTE_VOIX_LIBREOFFICE ?? null,
  tesseract: e.PORTE_VOIX_TESSERACT ?? null,
})

/** Reads the configuration. `demo` puts everything in a folder of its own. Throws ConfigError. */
export function lireConfig(
  env: Readonly<Record<string, string | undefined>>,
  options: { demo: boolean },
): Config {
  const lu = schema.safeParse(env)
  if (!lu.success) {
    const lignes = lu.error.issues.map((i) => `  ${i.path.join('.')} : ${i.message}`)
    throw new ConfigError(`Configuration à corriger :\n${lignes.join('\n')}`)
  }
  const e = lu.data
  const donnees = resolve(e.PORTE_VOIX_DONNEES ?? (options.demo ? 'donnees-demo' : 'donnees'))
  const server = readSmtpUrl(e.PORTE_VOIX_SMTP_URL ?? '')
  const from = readMailbox(e.PORTE_VOIX_SMTP_EXPEDITEUR ?? '')
  const { DATABASE_URL: url, DATABASE_MIGRATION_URL: urlDeMigration } = e
  return {
    base:
      url !== undefined && urlDeMigration !== undefined
        ? { genre: 'serveur', url, urlDeMigration }
        : { genre: 'embarquee', dossier: `${donnees}/base` },
    donnees,
    cle: resolve(e.PORTE_VOIX_CLE ?? `${donnees}.cle`),
    hote: e.PORTE_VOIX_HOTE,
    port: e.PORT,
    fuseau: e.PORTE_VOIX_FUSEAU,
    tailleMax: e.PORTE_VOIX_TAILLE_MAX_MO * 1024 * 1024,
    mandataires: e.PORTE_VOIX_MANDATAIRES.split(',')
      .map((m) => m.trim())
      .filter((m) => m !== ''),
    adresse: origineDe(e.PORTE_VOIX_ADRESSE ?? ''),
    smtp: server === null || from === null ? null : { server, from },
    ...programmesDe(e),
  }
}
