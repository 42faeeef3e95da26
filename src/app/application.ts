import type { FastifyInstance } from 'fastify'
import { routesDeLExploitation } from '#activities/exploitation/index.ts'
import { routesDuTableauDeBord } from '#activities/tableau-de-bord/index.ts'
import { routesDesAgents } from '#core/agents/index.ts'
import { creerRegistreDesModeles, envoiRectifie, routesDesCourriers } from '#core/courriers/index.ts'
import {
  creerRegistreDesTypes,
  type DossierIssu,
  demenagerPersonne,
  type FaitRectifie,
  personneCorrigee,
  ramenerPersonne,
  routesDesDossiers,
} from '#core/dossiers/index.ts'
import { CALENDRIERS } from '#core/echeances/domain/calendrier.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { routesDesEcheances } from '#core/echeances/index.ts'
import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import type { Acteur } from '#core/journal/index.ts'
import { routesDesPersonnes } from '#core/personnes/index.ts'
import { routesDesPieces } from '#core/pieces/index.ts'
import {
  creerEtablissement,
  nomsDesStructures,
  obtenirEtablissement,
  routesDesStructures,
} from '#core/structures/index.ts'
import { creerPageDuProbleme, routesDesTaches } from '#core/taches/index.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import { type PdfConverter, pdfConverterMissing } from '#platform/documents/index.ts'
import type { FileStore } from '#platform/files/index.ts'
import { type Binding, createHttpServer, openApiOf } from '#platform/http/index.ts'
import type { MailSender } from '#platform/mail/index.ts'
import { CASE_TYPES, type CaseType } from './case-types.ts'
import type { CodeInstallation } from './code-installation.ts'
import { creerHote } from './hote.ts'
import { creerRecueilDesIncidents } from './incidents.ts'
import { SANS_MESSAGERIE } from './messagerie.ts'
import { creerTableDesPermissions } from './permissions.ts'
import type { Journaliseur } from './traces.ts'

export const EN_TETE_DU_NOM = 'x-nom-de-fichier'
export const COOKIE_DE_SESSION = 'porte_voix_session'

export interface OptionsDApplication {
  readonly database: Database
  readonly fichiers: FileStore
  readonly tailleMax: number
  readonly codeInstallation: CodeInstallation
  readonly demonstration: boolean
  readonly traces: Journaliseur
  readonly horloge?: () => Date
  readonly mandataires?: readonly string[]
  /** where the application is reached, for the links it gives; that of the request when nobody said */
  readonly adresse?: string | null
  /** the same for links made when nobody asks, once the server listens; `adresse` when absent */
  readonly origine?: () => string | null
  /** what follows a change of internal target, in its transaction */
  readonly reglageChange?: (tx: Tx, etablissementId: EtablissementId) => Promise<void>
  /** answers checked against the contract: tests and development */
  readonly verifierLesReponses?: boolean
  /** the case types, when not those of the installation (tests) */
  readonly types?: readonly CaseType[]
  readonly debit?: { perSecond: number; burst: number }
  /** hands e-mails over; absent: none is set */
  readonly messagerie?: MailSender
  /** makes PDF of Word letters; absent: not on this machine */
  readonly convertisseur?: PdfConverter
}

/** Letters are of every type; the rest of what follows a corrected day is its own type's. */
const suivreLesRectifications =
  (types: readonly CaseType[]): FaitRectifie =>
  async (e, rectification) => {
    await envoiRectifie(e, rectification)
    const type = types.find(({ definition }) => definition.code === rectification.type)
    await type?.faitRectifie?.(e, rectification)
  }

/** By type: what each does when another dossier is opened from one of its own. */
const issusDe = (types: readonly CaseType[]): Readonly<Record<string, DossierIssu>> =>
  Object.fromEntries(
    types.flatMap(({ definition, dossierIssu }) =>
      dossierIssu === undefined ? [] : [[definition.code, dossierIssu]],
    ),
  )

/** Every operation of the application, bound to its handler. */
export function lierTout(o: OptionsDApplication): {
  liaisons: readonly Binding<Acteur>[]
  permissions: ReturnType<typeof creerTableDesPermissions>
} {
  const types = o.types ?? CASE_TYPES
  const permissions = creerTableDesPermissions(types)
  const registre = creerRegistreDesTypes(types.map((t) => t.definition))
  const dossiers = {
    registre,
    peut: permissions.peut,
    faitRectifie: suivreLesRectifications(types),
    issus: issusDe(types),
    feuilles: types.flatMap((t) => t.feuilles ?? []),
  }
  const pieces = { fichiers: o.fichiers, tailleMax: o.tailleMax }
  const messagerie = o.messagerie ?? SANS_MESSAGERIE
  const adresse = o.origine ?? (() => o.adresse ?? null)
  const taches = { ...pieces, database: o.database, courriel: messagerie, adresse }
  const courriers = {
    fichiers: o.fichiers,
    tailleMax: o.tailleMax,
    database: o.database,
    modeles: creerRegistreDesModeles(types.flatMap((t) => t.modeles ?? [])),
    abonnes: Object.assign({}, ...types.map((t) => t.abonnesDesCourriers ?? {})),
    convertisseur: o.convertisseur ?? pdfConverterMissing,
    messagerie,
  }
  const agents = {
    database: o.database,
    creerEtablissement,
    obtenirEtablissement,
    nomsDesStructures,
    jourDe,
    permissionsDe: permissions.permissionsDe,
    demonstration: o.demonstration,
    codeInstallation: o.codeInstallation,
  }
  const reglageChange = o.reglageChange ?? (() => Promise.resolve())
  const liaisons = [
    ...routesDesAgents(agents),
    ...routesDesStructures({ calendriers: CALENDRIERS, reglageChange }),
    ...routesDesPersonnes({
      personneCorrigee,
      demenager: demenagerPersonne,
      revenir: ramenerPersonne,
      peut: permissions.peut,
    }),
    ...routesDesEcheances({ reglageChange }),
    ...routesDesDossiers(dossiers),
    ...routesDesPieces(pieces),
    ...routesDesTaches(taches),
    ...routesDesCourriers(courriers),
    ...routesDuTableauDeBord(dossiers),
    ...routesDeLExploitation(),
    ...types.flatMap((t) => t.routes({ dossiers, courriers, taches })),
  ]
  return { liaisons, permissions }
}

/** The application over HTTP: nothing listens, no web asset yet. */
export async function creerApplication(o: OptionsDApplication): Promise<FastifyInstance> {
  const { liaisons, permissions } = lierTout(o)
  const horloge = o.horloge ?? (() => new Date())
  const host = creerHote({
    database: o.database,
    permissions,
    horloge,
    verifierLesReponses: o.verifierLesReponses ?? false,
    ...(o.debit === undefined ? {} : { debit: o.debit }),
  })
  const app = await createHttpServer({
    host,
    bindings: liaisons,
    sessionCookieName: COOKIE_DE_SESSION,
    fileNameHeader: EN_TETE_DU_NOM,
    trustedProxies: o.mandataires ?? [],
    publicOrigin: o.adresse ?? null,
    pageOfProblem: creerPageDuProbleme(o.database),
    onIncident: creerRecueilDesIncidents(o.database, o.traces, horloge),
    onAnswer: ({ operation, status, ms, correlationId }) =>
      o.traces.info({ operation, status, ms, correlationId }, 'réponse'),
  })
  app.get('/api/openapi.json', (_request, reply) =>
    reply.send(openApiOf(liaisons, { title: 'Porte-voix', version: '2026.11.0' })),
  )
  return app
}
