import { Readable } from 'node:stream'
import { ajouterJours, type JourCivil, jourDe } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { docxFromParagraphs } from '#platform/documents/index.ts'
import type { Appeler } from './appels.ts'

/** A fictional complaint to be answered one day, then closed, and by whom. */
export interface ReclamationARepondre {
  readonly id: string
  readonly canal: 'papier' | 'electronique'
  readonly qui: ActeurAgent
  readonly responsable: ActeurAgent
  readonly directeur: ActeurAgent
  readonly motDePasse: string
  readonly appeler: Appeler
  /** an operation that moves the dossier to a new version, the day it is answered */
  readonly avancer: (operation: string, entree: Record<string, unknown>) => Promise<unknown>
}

const CONCLUSIONS =
  'Voici ce qui a été conclu de cette réclamation, et ce qui change. Merci de le lire en équipe.'

const champ = (objet: unknown, cle: string): unknown => Reflect.get(Object(objet), cle)

/** The dossier with its version, for the next operation on it. */
async function cibleDe({ id, qui, appeler }: ReclamationARepondre, quand: Date) {
  const { tronc, griefs } = Object(await appeler(qui, quand, 'reclamations.obtenir', { id }))
  return { cible: { id, version: tronc.version }, griefs }
}

const copie = docxFromParagraphs({
  title: 'Réponse',
  header: [],
  address: [],
  paragraphs: ['Copie fictive d’une réponse partie avant l’arrivée de Porte-voix.'],
  footer: [],
})

/** An old answer, written and sent elsewhere: its copy alone is here. */
export async function noterLaReponse(r: ReclamationARepondre, quand: Date): Promise<void> {
  const content = Readable.from([Buffer.from(copie)])
  const envoi = { fileName: 'Réponse.docx', content, declaredType: '' }
  const { piece } = Object(await r.appeler(r.qui, quand, 'pieces.deposer', {}, envoi))
  const envoyeeLe = jourDe(quand, r.qui.fuseau)
  await r.avancer('reclamations.noterReponse', { envoyeeLe, pieces: [piece.id] })
}

/** The answer made from the analysis: approved, signed, sent the same day. */
export async function repondre(r: ReclamationARepondre, quand: Date): Promise<void> {
  const { id, canal, appeler, qui, responsable, directeur, motDePasse } = r
  const { cible } = await cibleDe(r, quand)
  const { mesures } = Object(await appeler(qui, quand, 'reclamations.obtenirAnalyse', { id }))
  const lettre = await appeler(qui, quand, 'reclamations.preparerReponse', {
    ...cible,
    canal,
    mesures: mesures.map((m: unknown) => champ(m, 'id')),
    pieces: [],
    avecVoiesDeRecours: false,
  })
  const faire = (acteur: ActeurAgent, version: number, operation: string, entree: object) =>
    appeler(acteur, quand, `courriers.${operation}`, { id: champ(lettre, 'courrierId'), version, ...entree })
  await faire(qui, 1, 'demanderVisa', { agentId: responsable.agentId, message: '' })
  await faire(responsable, 2, 'rendreVisa', { decision: 'donne', commentaire: '' })
  await faire(directeur, 3, 'signer', { motDePasse })
  const mode = canal === 'papier' ? 'poste' : 'courriel'
  await faire(qui, 4, 'noterEnvoi', { mode, envoyeLe: jourDe(quand, qui.fuseau) })
}

export async function clore(r: ReclamationARepondre, quand: Date): Promise<void> {
  const { cible } = await cibleDe(r, quand)
  await r.appeler(r.responsable, quand, 'reclamations.clore', cible)
}

/** The service reads what was concluded; `chef` confirms when there is one and time has passed. */
export async function restituer(
  r: ReclamationARepondre,
  quand: Date,
  {
    serviceId,
    chef,
    aujourdHui,
  }: {
    readonly serviceId: string
    readonly chef: ActeurAgent
    readonly aujourdHui: JourCivil
  },
): Promise<void> {
  const { appeler, qui } = r
  const { cible, griefs } = await cibleDe(r, quand)
  const jour = jourDe(quand, qui.fuseau)
  const destinataires = [{ structureId: serviceId, nom: '', fonction: '', courriel: '' }]
  const demande = { destinataires, message: CONCLUSIONS, pourLe: ajouterJours(jour, 15) }
  const ids = griefs.map((g: unknown) => champ(g, 'id'))
  const { liens } = Object(
    await appeler(qui, quand, 'reclamations.restituer', { ...cible, demande, griefs: ids }),
  )
  if (ajouterJours(jour, 10) > aujourdHui) return
  const id = champ(liens[0], 'tacheId')
  const lu = new Date(`${ajouterJours(jour, 5)}T10:00:00Z`)
  const nom = { nom: 'Léa Fontaine', fonction: 'cheffe de service' }
  const reponse = 'Lu en réunion de service.'
  await appeler(chef, lu, 'taches.garderLeBrouillon', { id, ...nom, reponse, reponses: {}, version: 0 })
  await appeler(chef, lu, 'taches.repondre', { id, version: 1 })
}
