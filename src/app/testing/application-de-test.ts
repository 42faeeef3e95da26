import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import {
  PERMISSIONS_PRET_DE_FAUTEUIL,
  pretDeFauteuil,
  routesPretDeFauteuil,
} from '#cases/pret-de-fauteuil/index.ts'
import type { Role } from '#core/journal/index.ts'
import type { EngineKind } from '#platform/db/engine.ts'
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts'
import { createFileStore, ephemeralMainKeys } from '#platform/files/index.ts'
import type { Problem } from '#platform/http/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import { creerApplication, EN_TETE_DU_NOM, lierTout, type OptionsDApplication } from '../application.ts'
import { CASE_TYPES } from '../case-types.ts'
import { creerTraces } from '../traces.ts'
import { sonder, type TransactionVue } from './sonde.ts'

/** Monday 5 January 2026, ten o'clock in Paris: the day of the worked examples. */
export const LUNDI = new Date('2026-01-05T09:00:00Z')
export const CODE_D_INSTALLATION = 'ABCD-EFGH-JKLM'
export const MOT_DE_PASSE = 'un mot de passe assez long'
const SIX_HEURES = 6 * 3_600_000

export const ETABLISSEMENT = {
  nom: 'Centre hospitalier de Valmont',
  finess: '990000011',
  serviceNom: 'Direction des relations avec les usagers',
  adresse: ['CENTRE HOSPITALIER DE VALMONT', '12 RUE DES TILLEULS', '99120 VALMONT SUR ORGE'],
  courriel: 'usagers@ch-valmont.example',
  telephone: '01 99 00 12 34',
  tribunal: 'Tribunal administratif de Valmont, 3 place du Palais, 99100 Valmont',
}

/** One agent per role, a second chargée and a chef of another service; « ailleurs » works in another establishment. */
export const AGENTS = {
  charge: { role: 'charge', nom: 'Roux', prenom: 'Camille' },
  collegue: { role: 'charge', nom: 'Benali', prenom: 'Nadia' },
  responsable: { role: 'responsable', nom: 'Marchand', prenom: 'Hélène' },
  directeur: { role: 'directeur', nom: 'Girard', prenom: 'Paul' },
  chef: { role: 'chef-de-service', nom: 'Fontaine', prenom: 'Léa' },
  chefDeCardiologie: { role: 'chef-de-service', nom: 'Okoye', prenom: 'Ada' },
  administrateur: { role: 'administrateur', nom: 'Le Goff', prenom: 'Yann' },
  ailleurs: { role: 'responsable', nom: 'Sarr', prenom: 'Aminata' },
} as const satisfies Record<string, { role: Role; nom: string; prenom: string }>
export type Qui = keyof typeof AGENTS

/** What most operations answer; `faire` takes another type when it is not that. */
export interface Effet {
  readonly id: string
  readonly numero: string
  readonly version: number
  readonly courrierId: string
  readonly pieceId: string
}

export interface OptionsDAppel {
  readonly cle?: string
  readonly entetes?: Readonly<Record<string, string>>
  /** body of an upload */
  readonly fichier?: { readonly nom: string; readonly contenu: Buffer }
  /** sent as it is instead of the input, to be refused */
  readonly corps?: string
}

export interface Reponse<T = Record<string, unknown>> {
  readonly status: number
  readonly corps: T
  readonly octets: Buffer
  readonly entetes: Readonly<Record<string, unknown>>
}

export interface ApplicationDeTest {
  readonly base: TestDatabase
  readonly http: FastifyInstance
  readonly liaisons: ReturnType<typeof lierTout>['liaisons']
  readonly etablissementId: string
  readonly autreEtablissementId: string
  readonly structures: { readonly pole: string; readonly pneumologie: string; readonly cardiologie: string }
  readonly agents: Readonly<Record<Qui, string>>
  /** transactions since it was last emptied, oldest first */
  readonly transactions: TransactionVue[]
  /** lines of the technical traces */
  readonly traces: string[]
  /** the clock; it advances by one second per call, so that what happened has an order */
  maintenant: Date
  cookieDe(qui: Qui): Promise<string>
  /** Calls an operation over HTTP as someone (null: nobody signed in), whatever the answer. */
  appeler(qui: Qui | null, operation: string, input: object, options?: OptionsDAppel): Promise<Reponse>
  /** The same when it must succeed: its answer. */
  faire<T = Effet>(qui: Qui, operation: string, input: object, options?: OptionsDAppel): Promise<T>
  /** The same when it must be refused: the problem. */
  refus(qui: Qui | null, operation: string, input: object, options?: OptionsDAppel): Promise<Problem>
  /** Direct SQL as superuser, to look. */
  lignes<R = Record<string, unknown>>(sql: string, valeurs?: readonly unknown[]): Promise<R[]>
  fermer(): Promise<void>
}

type Reglages = Partial<
  Pick<OptionsDApplication, 'adresse' | 'debit' | 'mandataires' | 'messagerie' | 'tailleMax' | 'types'>
> & {
  readonly moteur?: EngineKind
  /** adds what the tests need to the server before it answers */
  readonly preparer?: (http: FastifyInstance) => unknown
}

const PRET: (typeof CASE_TYPES)[number] = {
  definition: pretDeFauteuil,
  permissions: PERMISSIONS_PRET_DE_FAUTEUIL,
  routes: routesPretDeFauteuil,
}

function requeteDe(
  liaisons: ApplicationDeTest['liaisons'],
  nom: string,
  input: object,
  { cle = randomUUID(), entetes = {}, fichier, corps }: OptionsDAppel,
): InjectOptions {
  const liaison = liaisons.find((l) => l.name === nom)
  if (liaison === undefined) throw new Error(`Unknown operation: ${nom}`)
  const { operation } = liaison
  const reste = new Map(Object.entries(input))
  const chemin = operation.path.replace(/:([A-Za-z]+)/g, (_tout, parametre: string) => {
    const valeur = reste.get(parametre)
    reste.delete(parametre)
    return encodeURIComponent(String(valeur))
  })
  // a page is at the root
  const url = operation.stream === 'page' ? chemin : `/api${chemin}`
  const commun = { method: operation.method, url } as const
  const headers = { host: 'localhost', origin: 'http://localhost', 'idempotency-key': cle, ...entetes }
  const query = Object.fromEntries([...reste].map(([k, v]) => [k, String(v)]))
  if (fichier !== undefined) {
    const nomDuFichier = encodeURIComponent(fichier.nom)
    return {
      ...commun,
      query,
      payload: fichier.contenu,
      headers: { ...headers, 'content-type': 'application/octet-stream', [EN_TETE_DU_NOM]: nomDuFichier },
    }
  }
  if (operation.method === 'GET' || operation.stream === 'upload') return { ...commun, query, headers }
  const payload = corps ?? JSON.stringify(Object.fromEntries(reste))
  return { ...commun, payload, headers: { 'content-type': 'application/json', ...headers } }
}

/** The whole application over HTTP: real database, real files, an installed hospital, a clock one moves. */
export async function ouvrirApplication(reglages: Reglages = {}): Promise<ApplicationDeTest> {
  const { moteur, preparer, ...choix } = reglages
  const base = await testDatabase(moteur)
  const dossier = await mkdtemp(join(tmpdir(), 'application-'))
  const transactions: TransactionVue[] = []
  const traces: string[] = []
  const etat = { maintenant: LUNDI }
  const sortie = new Writable({
    write(ligne, _encodage, suite) {
      traces.push(String(ligne))
      suite()
    },
  })
  const options: OptionsDApplication = {
    database: sonder(base.database, transactions),
    fichiers: createFileStore({ directory: dossier, keys: ephemeralMainKeys() }),
    tailleMax: 20 * 1024 * 1024,
    codeInstallation: {
      texte: CODE_D_INSTALLATION,
      verifier: (saisi) => saisi === CODE_D_INSTALLATION,
      consommer: () => undefined,
    },
    demonstration: false,
    traces: creerTraces({ niveau: 'info', sortie }),
    horloge: () => etat.maintenant,
    verifierLesReponses: true,
    types: [...CASE_TYPES, PRET],
    debit: { perSecond: 10_000, burst: 10_000 },
    ...choix,
  }
  const http = await creerApplication(options)
  await preparer?.(http)
  const { liaisons } = lierTout(options)
  const sessions = new Map<Qui, { cookie: string; ouverteA: number }>()

  const envoyer = async (requete: InjectOptions): Promise<Reponse> => {
    etat.maintenant = new Date(etat.maintenant.getTime() + 1000)
    const r = await http.inject(requete)
    const estJson = String(r.headers['content-type']).includes('json')
    return { status: r.statusCode, corps: estJson ? r.json() : {}, octets: r.rawPayload, entetes: r.headers }
  }
  const cookieDe = async (qui: Qui): Promise<string> => {
    const connue = sessions.get(qui)
    if (connue !== undefined && Math.abs(etat.maintenant.getTime() - connue.ouverteA) < SIX_HEURES)
      return connue.cookie
    const r = await envoyer(
      requeteDe(liaisons, 'agents.ouvrirSession', { identifiant: qui, motDePasse: MOT_DE_PASSE }, {}),
    )
    if (r.status !== 200) throw new Error(`${qui} cannot sign in: ${JSON.stringify(r.corps)}`)
    const cookie = String(r.entetes['set-cookie']).split(';')[0] ?? ''
    sessions.set(qui, { cookie, ouverteA: etat.maintenant.getTime() })
    return cookie
  }
  const appeler: ApplicationDeTest['appeler'] = async (qui, operation, input, plus = {}) => {
    const cookie: Record<string, string> = qui === null ? {} : { cookie: await cookieDe(qui) }
    return envoyer(
      requeteDe(liaisons, operation, input, { ...plus, entetes: { ...cookie, ...plus.entetes } }),
    )
  }
  const faire = async <T>(qui: Qui | null, operation: string, input: object, plus?: OptionsDAppel) => {
    const r = await appeler(qui, operation, input, plus)
    if (r.status !== 200) throw new Error(`${operation}: ${r.status} ${JSON.stringify(r.corps)}`)
    return r.corps as T
  }
  const lignes: ApplicationDeTest['lignes'] = async <R>(sql: string, valeurs: readonly unknown[] = []) =>
    (await base.admin.query(sql, valeurs)).rows as R[]

  const { nom, prenom } = AGENTS.administrateur
  const { etablissementId } = await faire<{ etablissementId: string }>(null, 'agents.installer', {
    code: CODE_D_INSTALLATION,
    etablissement: ETABLISSEMENT,
    administrateur: { identifiant: 'administrateur', nom, prenom, motDePasse: MOT_DE_PASSE },
  })
  const structure = async (nature: string, code: string, libelle: string, parentId: string | null) =>
    (
      await faire<{ id: string }>('administrateur', 'structures.creer', {
        nature,
        code,
        nom: libelle,
        parentId,
      })
    ).id
  const pole = await structure('pole', 'P20', 'Pôle médecine', null)
  const pneumologie = await structure('service', 'S201', 'Pneumologie', pole)
  const cardiologie = await structure('service', 'S202', 'Cardiologie', pole)
  const servicesDe: Partial<Record<Qui, string[]>> = { chef: [pneumologie], chefDeCardiologie: [cardiologie] }
  const autreEtablissementId = await creerAutreEtablissement(lignes)
  const agents: Record<string, string> = {}
  for (const [identifiant, agent] of Object.entries(AGENTS) as [Qui, (typeof AGENTS)[Qui]][]) {
    if (identifiant === 'administrateur' || identifiant === 'ailleurs') continue
    const cree = await faire<{ id: string }>('administrateur', 'agents.creerAgent', {
      ...agent,
      identifiant,
      motDePasse: MOT_DE_PASSE,
      fonction: '',
      courriel: '',
      services: servicesDe[identifiant] ?? [],
    })
    agents[identifiant] = cree.id
  }
  // Choosing one's own password is proven elsewhere: here it would only cost time.
  await lignes('update agents.agent set doit_changer_mot_de_passe = false')
  await creerAgentAilleurs(lignes, autreEtablissementId)
  for (const { id, identifiant } of await lignes<{ id: string; identifiant: string }>(
    'select id, identifiant from agents.agent',
  ))
    agents[identifiant] = id
  transactions.length = 0

  return {
    base,
    http,
    liaisons,
    etablissementId,
    autreEtablissementId,
    structures: { pole, pneumologie, cardiologie },
    agents: agents as Record<Qui, string>,
    transactions,
    traces,
    get maintenant() {
      return etat.maintenant
    },
    set maintenant(quand: Date) {
      // a sign-in drops the sessions that are over: none survives a leap
      if (Math.abs(quand.getTime() - etat.maintenant.getTime()) > SIX_HEURES) sessions.clear()
      etat.maintenant = quand
    },
    cookieDe,
    appeler,
    faire,
    async refus(qui, operation, input, plus) {
      const r = await appeler(qui, operation, input, plus)
      if (r.status < 400) throw new Error(`${operation} was not refused: ${JSON.stringify(r.corps)}`)
      return r.corps as unknown as Problem
    },
    lignes,
    async fermer() {
      await http.close()
      await base.close()
      await rm(dossier, { recursive: true, force: true })
    },
  }
}

async function creerAutreEtablissement(lignes: ApplicationDeTest['lignes']): Promise<string> {
  const id = uuidv7(LUNDI.getTime())
  await lignes(
    `insert into structures.etablissement (id, nom, service_nom, adresse, courriel, telephone, cree_a)
     values ($1, 'Hôpital des Ormes', 'Usagers', '{1 allée des Ormes}', 'usagers@ormes.example', '01 99 11 11 11', $2)`,
    [id, LUNDI],
  )
  return id
}

/** An installation makes one establishment: the second one's agent borrows a password digest. */
async function creerAgentAilleurs(
  lignes: ApplicationDeTest['lignes'],
  etablissementId: string,
): Promise<void> {
  const { role, nom, prenom } = AGENTS.ailleurs
  await lignes(
    `insert into agents.agent (id, etablissement_id, identifiant, nom, prenom, role, mot_de_passe, cle_tri, cree_a)
     select $1, $2, 'ailleurs', $3, $4, $5, a.mot_de_passe, $3, $6 from agents.agent a where a.identifiant = 'charge'`,
    [uuidv7(LUNDI.getTime()), etablissementId, nom, prenom, role, LUNDI],
  )
}
