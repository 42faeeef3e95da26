import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { estInstallationRequise } from '#core/agents/index.ts'
import { creerRegistreDesTypes } from '#core/dossiers/index.ts'
import { enTransaction } from '#core/journal/index.ts'
import { findPdfConverter, findTextRecognizer, type TextRecognizer } from '#platform/documents/index.ts'
import { createFileStore, type FileStore, openMainKeys } from '#platform/files/index.ts'
import { isLoopback, type MailSender } from '#platform/mail/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { creerApplication } from './application.ts'
import { type Base, ouvrirBase } from './base.ts'
import { CASE_TYPES } from './case-types.ts'
import { creerCodeInstallation } from './code-installation.ts'
import type { Config } from './config.ts'
import { PERSONNAGES, peuplerLaDemonstration } from './demo/peupler.ts'
import { construireLEcran, servirLEcran } from './ecran.ts'
import { creerRecueilDesIncidents } from './incidents.ts'
import { creerMessagerie } from './messagerie.ts'
import { creerTraces } from './traces.ts'
import { creerTravaux, type OptionsDesTravaux, type Travaux } from './travaux.ts'

const UNE_MINUTE = 60_000
const SIGNAUX = ['SIGINT', 'SIGTERM'] as const

const dire = (message: string): void => console.log(message)

function arreterSurPanne(error: Error): void {
  console.error(
    `\nLa base de données s’est arrêtée : ${error.message}\nCe qui était enregistré est sur le disque. Redémarrez l’application.\n`,
  )
  process.exit(1)
}

function direLesCles(cle: string, etat: { created: boolean; exposed: boolean }): void {
  if (etat.created) {
    dire(
      `\nClé principale créée : ${cle}\nSauvegardez-la hors de cette machine : sans elle, les pièces déposées sont illisibles.\n`,
    )
  }
  if (etat.exposed)
    dire(`Attention : d’autres comptes de cette machine peuvent lire ${cle}. Retirez-leur ce droit.`)
}

export interface OptionsDeDemarrage {
  readonly demonstration: boolean
  /** how the screens are served, when not from their build (development) */
  readonly servir?: (app: FastifyInstance) => Promise<void>
}

async function servirLesEcransConstruits(app: FastifyInstance): Promise<void> {
  if (await construireLEcran()) dire('Écrans construits.')
  await servirLEcran(app)
}

function lesTravaux(
  { database, engine }: Base,
  fichiers: FileStore,
  reconnaissance: TextRecognizer,
  o: Pick<OptionsDesTravaux, 'fuseau' | 'traces' | 'horloge' | 'adresse'> & { messagerie: MailSender },
): Travaux {
  const recueillir = creerRecueilDesIncidents(database, o.traces, o.horloge)
  return creerTravaux({
    ...o,
    courriel: o.messagerie,
    database,
    engine,
    fichiers,
    reconnaissance,
    registre: creerRegistreDesTypes(CASE_TYPES.map((t) => t.definition)),
    alerter: (operation, error) =>
      recueillir({ correlationId: uuidv7(o.horloge().getTime()), operation, error }),
  })
}

/** Where the server listens, once it does. */
interface Ouverte {
  url: string | null
}

/** A trial on one machine is reached where it listens; anything else says its address. */
const adresseSelon = (config: Config, ouverte: Ouverte) => (): string | null =>
  config.adresse ?? (isLoopback(config.hote) ? ouverte.url : null)

function arreterAuSignal(arreter: () => Promise<void>): void {
  for (const signal of SIGNAUX) {
    process.once(signal, () => {
      arreter().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

/** Starts everything in one process: database, jobs, screens, server. Returns what stops it. */
export async function demarrer(
  config: Config,
  options: OptionsDeDemarrage,
): Promise<{ url: string; arreter: () => Promise<void> }> {
  const debut = performance.now()
  // Pieces already there were written under a key: making another would leave them unreadable for ever.
  const create = !existsSync(join(config.donnees, 'pieces'))
  await mkdir(config.donnees, { recursive: true, mode: 0o700 })
  const { keys, ...etatDesCles } = await openMainKeys({
    path: config.cle,
    dataDirectory: config.donnees,
    create,
  })
  direLesCles(config.cle, etatDesCles)
  const traces = creerTraces({ niveau: 'error' })
  const horloge = (): Date => new Date()
  const base = await ouvrirBase(config, arreterSurPanne)
  const fichiers = await createFileStore({ directory: join(config.donnees, 'pieces'), keys })
  const codeInstallation = creerCodeInstallation()
  if (options.demonstration)
    await peuplerLaDemonstration({ database: base.database, fichiers, horloge, dire })
  const messagerie = creerMessagerie(config.smtp, options)
  const ouverte: Ouverte = { url: null }
  const adresse = adresseSelon(config, ouverte)
  const reconnaissance = findTextRecognizer(config.tesseract)
  const reglages = { fuseau: config.fuseau, traces, horloge, messagerie, adresse }
  const travaux = lesTravaux(base, fichiers, reconnaissance, reglages)
  const app = await creerApplication({
    database: base.database,
    fichiers,
    tailleMax: config.tailleMax,
    codeInstallation,
    demonstration: options.demonstration,
    traces,
    horloge,
    mandataires: config.mandataires,
    adresse: config.adresse,
    reglageChange: travaux.reglageChange,
    messagerie,
    origine: adresse,
    convertisseur: findPdfConverter(config.libreOffice),
  })
  await (options.servir ?? servirLesEcransConstruits)(app)
  await travaux.demarrer()
  const entretien = setInterval(() => {
    base.entretenir(horloge()).catch((error: unknown) => {
      traces.error(
        { genre: error instanceof Error ? error.name : 'inconnu', travail: 'entretien' },
        'entretien en échec',
      )
    })
  }, UNE_MINUTE)
  const url = await app.listen({ host: config.hote, port: config.port })
  ouverte.url = url

  const arreter = async (): Promise<void> => {
    clearInterval(entretien)
    await app.close()
    await travaux.arreter()
    await base.fermer()
  }
  arreterAuSignal(arreter)
  dire(`\nPorte-voix est prêt en ${((performance.now() - debut) / 1000).toFixed(1)} s : ${url}`)
  if (await enTransaction(base.database, { type: 'anonyme' }, 'read', estInstallationRequise)) {
    dire(
      `\nPremière visite : ouvrez cette adresse et recopiez ce code d’installation : ${codeInstallation.texte}\n`,
    )
  }
  if (options.demonstration) direLesPersonnages()
  return { url, arreter }
}

function direLesPersonnages(): void {
  dire('\nHôpital fictif. Comptes de démonstration :')
  for (const p of PERSONNAGES)
    dire(`  ${p.identifiant.padEnd(12)} ${p.motDePasse}   ${p.prenom} ${p.nom}, ${p.fonction}`)
  dire('')
}
