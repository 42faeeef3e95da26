import { ajouterJours, type JourCivil } from '#core/echeances/domain/jour-civil.ts'
import type { ActeurAgent } from '#core/journal/index.ts'
import { MESSAGE_PAR_DEFAUT } from '#core/taches/domain/messages.ts'
import type { AnalyseFictive, GriefFictif } from './analyse-fictive.ts'
import { ANALYSES } from './analyses.ts'
import type { Appeler } from './appels.ts'
import type { Histoire } from './histoire.ts'

/** A fictional complaint on its way, and who carries it. */
export interface ReclamationAInstruire {
  readonly id: string
  readonly objet: string
  readonly serviceId: string
  readonly histoire: Histoire
  readonly recueLe: JourCivil
  readonly aujourdHui: JourCivil
  readonly maintenant: Date
  readonly qui: ActeurAgent
  /** who answers for the service, when the demonstration has an account for them */
  readonly chef: ActeurAgent | null
  readonly appeler: Appeler
  /** an operation that moves the dossier to a new version, some days after its receipt */
  readonly avancer: (apres: number, operation: string, entree: Record<string, unknown>) => Promise<unknown>
}

/** How far the analysis went: the letter read, some griefs found, all of them and what changes. */
type Avancee = 'griefs' | 'premiers-constats' | 'analysee'

const MESURE_DUE_APRES = 45
const REPONSE_SOUHAITEE_APRES = 15
const RAPPEL_APRES = 8

/** The older the file, the further; what was answered was analysed first. */
function avanceeDe({ accuseApres, reponduApres, recuIlYA }: Histoire): Avancee | null {
  if (reponduApres !== null) return 'analysee'
  if (accuseApres === null) return null
  const depuis = recuIlYA - accuseApres
  if (depuis < 2) return null
  return depuis < 12 ? 'griefs' : 'premiers-constats'
}

const texteDe = (reponse: unknown, cle: string): string => String(Reflect.get(Object(reponse), cle))

/** Calls one operation of the dossier, some days after its receipt, in the morning. */
const appelDe =
  ({ id, recueLe, maintenant, qui, appeler }: ReclamationAInstruire) =>
  (apres: number, operation: string, entree: object): Promise<unknown> => {
    const voulu = new Date(`${ajouterJours(recueLe, apres)}T09:30:00Z`)
    const quand = voulu > maintenant ? new Date(maintenant.getTime() - 60_000) : voulu
    return appeler(qui, quand, `reclamations.${operation}`, { id, ...entree })
  }

/** Where the words of a grief stand in the letter, as a hand would have selected them. */
function passageDe(recit: { id: string; texte: string }, citation: string) {
  const debut = recit.texte.indexOf(citation)
  return citation === '' ? null : { recitId: recit.id, debut, fin: debut + citation.length, citation }
}

async function relever(
  r: ReclamationAInstruire,
  griefs: readonly GriefFictif[],
  apres: number,
): Promise<readonly string[]> {
  const faire = appelDe(r)
  const { recits } = Object(await faire(apres, 'obtenirGriefs', {}))
  const ids: string[] = []
  for (const { citation, motif, gravite, intitule } of griefs) {
    const passage = passageDe(recits[0], citation)
    const releve = { motif, gravite, intitule, passage, serviceId: r.serviceId }
    ids.push(texteDe(await faire(apres, 'qualifierGrief', releve), 'griefId'))
  }
  return ids
}

async function constater(
  r: ReclamationAInstruire,
  griefs: readonly (readonly [id: string, grief: GriefFictif])[],
  apres: number,
): Promise<void> {
  for (const [griefId, { constat, motivation, reponse }] of griefs)
    await appelDe(r)(apres, 'constaterGrief', { griefId, version: 1, constat, motivation, reponse })
}

async function conclure(
  r: ReclamationAInstruire,
  { fait, cause, mesure }: AnalyseFictive,
  ids: readonly string[],
  apres: number,
): Promise<() => Promise<void>> {
  const faire = appelDe(r)
  const { recueLe, aujourdHui, serviceId } = r
  const griefId = ids[0] ?? null
  await faire(apres, 'ajouterFaitRelate', { ...fait, survenuLe: ajouterJours(recueLe, -6), serviceId })
  await faire(apres, 'ajouterCause', { ...cause, griefId })
  const pourLe = ajouterJours(recueLe, MESURE_DUE_APRES)
  const due = { griefId, nature: 'promise', structureId: serviceId, agentId: null, pourLe, faiteLe: null }
  const mesureId = texteDe(await faire(apres, 'ajouterMesure', { ...mesure, ...due }), 'mesureId')
  // most measures are done by their day; one in four still waits, and is told
  const estFaite = pourLe <= aujourdHui && r.histoire.recuIlYA % 4 !== 0
  const fin = { mesureId, version: 1, faiteLe: ajouterJours(pourLe, -3) }
  return async () => {
    if (estFaite) await faire(MESURE_DUE_APRES - 3, 'terminerMesure', fin)
  }
}

/** Asks the service about its griefs; reminds it, or has it answer when someone may. */
async function interroger(
  r: ReclamationAInstruire,
  griefs: readonly (readonly [id: string, grief: GriefFictif])[],
  apres: number,
): Promise<void> {
  const { recueLe, aujourdHui, maintenant, serviceId, appeler, chef, qui } = r
  const pourLe = ajouterJours(recueLe, apres + REPONSE_SOUHAITEE_APRES)
  const destinataires = [{ structureId: serviceId, nom: '', fonction: '', courriel: '' }]
  const demande = { destinataires, message: MESSAGE_PAR_DEFAUT, pourLe }
  const ids = griefs.map(([id]) => id)
  const faite = await r.avancer(apres, 'reclamations.demanderExplications', { demande, griefs: ids })
  const id = texteDe(Object(faite).liens[0], 'tacheId')
  const quand = new Date(
    Math.min(
      Date.parse(`${ajouterJours(recueLe, apres + RAPPEL_APRES)}T10:00:00Z`),
      maintenant.getTime() - 60_000,
    ),
  )
  if (chef !== null) {
    const reponses = Object.fromEntries(griefs.map(([grief, { motivation }]) => [grief, motivation]))
    const brouillon = {
      nom: 'Léa Fontaine',
      fonction: 'cheffe de service',
      reponse: '',
      reponses,
      version: 0,
    }
    await appeler(chef, quand, 'taches.garderLeBrouillon', { id, ...brouillon })
    await appeler(chef, quand, 'taches.repondre', { id, version: 1 })
  } else if (ajouterJours(recueLe, apres + RAPPEL_APRES) <= aujourdHui) {
    const rappel = { niveau: 'rappel', nom: '', courriel: '', parCourriel: false }
    await appeler(qui, quand, 'taches.relancer', { id, version: 1, ...rappel })
  }
}

const rien = () => Promise.resolve()

/**
 * Griefs, findings, causes and measures of one fictional complaint, as far as its story goes. What it gives does the measures,
 * which comes after the answer that promises them.
 */
export async function instruire(r: ReclamationAInstruire): Promise<() => Promise<void>> {
  const analyse = ANALYSES[r.objet]
  const avancee = avanceeDe(r.histoire)
  if (analyse === undefined || avancee === null) return rien
  const accuse = r.histoire.accuseApres ?? 0
  const ids = await relever(r, analyse.griefs, accuse + 1)
  const paires = analyse.griefs.map((grief, rang) => [ids[rang] ?? '', grief] as const)
  if (avancee === 'griefs' || (avancee === 'premiers-constats' && r.chef !== null))
    await interroger(r, paires, accuse + 1)
  const constates = avancee === 'griefs' ? [] : avancee === 'analysee' ? paires : paires.slice(0, 1)
  const apres = Math.max(accuse + 2, (r.histoire.reponduApres ?? accuse + 8) - 1)
  await constater(r, constates, apres)
  return avancee === 'analysee' ? conclure(r, analyse, ids, apres) : rien
}
