import {
  type Calendrier,
  estOuvre,
  motifDeFermeture,
  prochainJourOuvre,
} from '#core/echeances/domain/calendrier.ts'
import { heureDe } from '#core/echeances/domain/instant.ts'
import { ajouterJours, type JourCivil, jourDe, plusTard } from '#core/echeances/domain/jour-civil.ts'
import { type Cibles, type DemandeSuivie, type Etape, prochaineEtape } from './dates.ts'
import { type Annuaire, hierarchieDe, type Repondant, repondantsDe } from './repondants.ts'
import type { NatureDeTache } from './tache.ts'

/** When the establishment lets its reminders leave. Hours of a clock, 0 to 24, in its zone. */
export interface Cadence {
  readonly estActive: boolean
  readonly des: number
  readonly jusquA: number
}

/** Whether a message may leave now: a working day, out of the quiet hours, in the zone of the establishment. */
export function estHeureDEnvoi(
  maintenant: Date,
  { estActive, des, jusquA }: Cadence,
  { fuseau, calendrier }: { readonly fuseau: string; readonly calendrier: Calendrier },
): boolean {
  if (!estActive || !estOuvre(calendrier, jourDe(maintenant, fuseau))) return false
  const heure = Number(heureDe(maintenant, fuseau).slice(0, 2))
  return heure >= des && heure < jusquA
}

export interface DemandeARelancer extends DemandeSuivie {
  readonly nature: NatureDeTache
  readonly structureId: string | null
  readonly destinataireNom: string
  readonly destinataireCourriel: string
  readonly estSuspendue: boolean
  readonly dossierEstClos: boolean
}

/** Why the chase of a request does not go on by itself. */
export type Empechement =
  | 'arretees'
  | 'messagerie'
  | 'adresse'
  | 'suspendues'
  | 'dossier-clos'
  | 'toutes-faites'
  | 'lecture'
  | 'sans-adresse'
  | 'sans-hierarchie'

/** The step that comes next by itself: when it leaves, to whom, and why that day. */
export interface Prochaine extends Etape {
  /** the working day it leaves, not before today */
  readonly le: JourCivil
  /** the day it would have left is closed */
  readonly reportee: boolean
  readonly a: readonly Repondant[]
}

export type Suite = { readonly prochaine: Prochaine } | { readonly empechement: Empechement }

export interface Moyens {
  readonly cibles: Cibles
  readonly cadence: Cadence
  readonly calendrier: Calendrier
  readonly annuaire: Annuaire
  /** what keeps messages from leaving, whatever the request; null when nothing does */
  readonly manque: 'messagerie' | 'adresse' | null
  readonly aujourdHui: JourCivil
  /** the first day a message may still leave: tomorrow once the hours of today are over */
  readonly departLe: JourCivil
}

/** The first day a message may still leave. */
export function jourDeDepart(maintenant: Date, { jusquA }: Cadence, fuseau: string): JourCivil {
  const jour = jourDe(maintenant, fuseau)
  return Number(heureDe(maintenant, fuseau).slice(0, 2)) < jusquA ? jour : ajouterJours(jour, 1)
}

/**
 * When several steps are past (the chase was stopped, or nobody was known), the heaviest that leaves room is taken: a rappel
 * means nothing once the wanted day is over.
 */
function etapeUtile(demande: DemandeARelancer, cibles: Cibles, aujourdHui: JourCivil): Etape | null {
  const etape = prochaineEtape(demande, cibles)
  if (etape?.niveau !== 'rappel') return etape
  const apres = prochaineEtape({ ...demande, relances: [{ niveau: 'rappel', faiteLe: aujourdHui }] }, cibles)
  return apres !== null && apres.depuisLe <= aujourdHui ? apres : etape
}

function empechementDe(demande: DemandeARelancer, m: Moyens, etape: Etape | null): Empechement | null {
  if (!m.cadence.estActive) return 'arretees'
  if (m.manque !== null) return m.manque
  if (demande.estSuspendue) return 'suspendues'
  if (demande.nature === 'explications' && demande.dossierEstClos) return 'dossier-clos'
  if (etape === null) return 'toutes-faites'
  // One does not go over someone's head for conclusions that were not read.
  return demande.nature === 'restitution' && etape.niveau === 'hierarchie' ? 'lecture' : null
}

/** What the chase of a waiting request does next, or why it does nothing. */
export function suiteDe(demande: DemandeARelancer, m: Moyens): Suite {
  const etape = etapeUtile(demande, m.cibles, m.aujourdHui)
  const empechement = empechementDe(demande, m, etape)
  if (empechement !== null || etape === null) return { empechement: empechement ?? 'toutes-faites' }
  const versLeHaut = etape.niveau === 'hierarchie'
  const a = versLeHaut ? hierarchieDe(demande, m.annuaire) : repondantsDe(demande, m.annuaire)
  if (a.length === 0) return { empechement: versLeHaut ? 'sans-hierarchie' : 'sans-adresse' }
  const tour = plusTard(etape.depuisLe, m.departLe)
  const reportee = motifDeFermeture(m.calendrier, etape.depuisLe) !== null
  return { prochaine: { ...etape, le: prochainJourOuvre(m.calendrier, tour), reportee, a } }
}

/** The step to take today, or null. */
export function etapeDuJour(demande: DemandeARelancer, m: Moyens): Prochaine | null {
  const suite = suiteDe(demande, m)
  if (!('prochaine' in suite)) return null
  const { prochaine } = suite
  return prochaine.depuisLe <= m.aujourdHui && prochaine.le === m.aujourdHui ? prochaine : null
}
