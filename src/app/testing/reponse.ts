import type { ReclamationVue } from '#cases/reclamations/contract.ts'
import { griefSaisi } from '#cases/reclamations/testing/factories.ts'
import { tinyPdf } from '#platform/documents/pdf.testing.ts'
import { type ApplicationDeTest, type Effet, MOT_DE_PASSE, type Qui } from './application-de-test.ts'

/** A file dropped by the chargée: in a dossier, or not yet in any. */
export async function deposer(app: ApplicationDeTest, nom = 'reponse.pdf', dossierId?: string) {
  const fichier = { nom, contenu: Buffer.from(tinyPdf()) }
  const { piece } = await app.faire<{ piece: { id: string } }>(
    'charge',
    'pieces.deposer',
    dossierId === undefined ? {} : { dossierId },
    { fichier },
  )
  return piece.id
}

const lire = (app: ApplicationDeTest, id: string) =>
  app.faire<ReclamationVue>('responsable', 'reclamations.obtenir', { id })

export const cibleDe = async (app: ApplicationDeTest, id: string) => ({
  id,
  version: (await lire(app, id)).tronc.version,
})

/** An answer sent outside the application, with its copy: answered in one step. */
export async function noterUneReponse(
  app: ApplicationDeTest,
  { id, envoyeeLe = '2026-01-05' }: { readonly id: string; readonly envoyeeLe?: string },
): Promise<Effet> {
  const pieces = [await deposer(app)]
  return app.faire('charge', 'reclamations.noterReponse', { ...(await cibleDe(app, id)), envoyeeLe, pieces })
}

/** A grief found, with its finding and its words unless told otherwise. */
export async function releverUnGrief(
  app: ApplicationDeTest,
  id: string,
  { constat = 'fonde', reponse = 'Nous le regrettons.', ...plus }: Record<string, unknown> = {},
): Promise<string> {
  const { griefId } = await app.faire<{ griefId: string }>('charge', 'reclamations.qualifierGrief', {
    id,
    ...griefSaisi(plus),
  })
  if (constat !== null || reponse !== '') await constater(app, { id, griefId, version: 1, constat, reponse })
  return griefId
}

export const constater = (
  app: ApplicationDeTest,
  c: {
    readonly id: string
    readonly griefId: string
    readonly version: number
    readonly constat: unknown
    readonly reponse: unknown
  },
) =>
  app.faire('charge', 'reclamations.constaterGrief', {
    motivation: 'D’après le dossier.',
    ...c,
  })

/** Who signs answers: the director, under a delegation. */
export const donnerLaSignature = (app: ApplicationDeTest, plus: object = {}) =>
  app.faire('responsable', 'courriers.ajouterSignataire', {
    agentId: app.agents.directeur,
    nom: 'Paul GIRARD',
    qualite: 'Le directeur des relations avec les usagers',
    delegation: 'Décision n° 2025-117',
    depuis: '2025-01-01',
    jusquAu: null,
    codes: null,
    ...plus,
  })

export const reponseDemandee = (plus: object = {}) => ({
  canal: 'papier',
  mesures: [],
  pieces: [],
  avecVoiesDeRecours: false,
  ...plus,
})

export const preparer = async (app: ApplicationDeTest, id: string, plus: object = {}) =>
  app.appeler('charge', 'reclamations.preparerReponse', {
    ...(await cibleDe(app, id)),
    ...reponseDemandee(plus),
  })

type Etape = 'visa-demande' | 'visa-donne' | 'signature' | 'envoi'

/** What happens to a letter prepared at version 1, in order; the answer of the last call. */
export async function avancerLaLettre(
  app: ApplicationDeTest,
  courrierId: string,
  jusqua: Etape,
  envoyeLe = '2026-01-05',
) {
  const { responsable } = app.agents
  const etapes: readonly (readonly [Etape, Qui, string, object])[] = [
    ['visa-demande', 'charge', 'courriers.demanderVisa', { agentId: responsable, message: '' }],
    ['visa-donne', 'responsable', 'courriers.rendreVisa', { decision: 'donne', commentaire: '' }],
    ['signature', 'directeur', 'courriers.signer', { motDePasse: MOT_DE_PASSE }],
    [
      'envoi',
      'charge',
      'courriers.noterEnvoi',
      { mode: 'recommande', numero: '1A 123 456 7890 1', envoyeLe },
    ],
  ]
  const dernier = etapes.findIndex(([nom]) => nom === jusqua)
  for (const [rang, [, qui, operation, entree]] of etapes.slice(0, dernier + 1).entries()) {
    const r = await app.appeler(qui, operation, { id: courrierId, version: rang + 1, ...entree })
    if (rang === dernier) return r
    if (r.status !== 200) throw new Error(`${operation}: ${r.status} ${JSON.stringify(r.corps)}`)
  }
  throw new Error(`No such step: ${jusqua}`)
}
