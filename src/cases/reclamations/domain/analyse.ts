import type { Attente } from '#core/dossiers/domain/attente.ts'

/** Where a cause lies: the seven levels of the ALARM method. @source HAS, méthode ALARM */
export const FAMILLES_DE_CAUSE = [
  'patient',
  'taches',
  'individuel',
  'equipe',
  'environnement',
  'organisation',
  'institution',
] as const
export type FamilleDeCause = (typeof FAMILLES_DE_CAUSE)[number]

/** Already done, or owed by a day. */
export const NATURES_DE_MESURE = ['prise', 'promise'] as const
export type NatureDeMesure = (typeof NATURES_DE_MESURE)[number]

type CodeDAnalyse =
  | 'version-sans-service'
  | 'fait-dans-l-avenir'
  | 'faits-changes'
  | 'mesure-sans-date'
  | 'mesure-sans-responsable'
  | 'mesure-dans-l-avenir'
  | 'mesure-avant-la-reception'
  | 'mesure-deja-faite'
  | 'mesure-deja-abandonnee'
  | 'mesure-non-faite'
  | 'mesure-prise'
interface RefusDAnalyse {
  readonly code: CodeDAnalyse
}
const refuser = (code: CodeDAnalyse): RefusDAnalyse => ({ code })

/** The account of a service names the service; what happened has happened. */
export function refusDeRelater(
  fait: {
    readonly survenuLe: string | null
    readonly serviceId: string | null
    readonly versionDuService: string
  },
  aujourdHui: string,
): RefusDAnalyse | null {
  if (fait.versionDuService !== '' && fait.serviceId === null) return refuser('version-sans-service')
  return fait.survenuLe !== null && fait.survenuLe > aujourdHui ? refuser('fait-dans-l-avenir') : null
}

export function refusDOrdonnerLesFaits(
  actuels: readonly string[],
  voulus: readonly string[],
): RefusDAnalyse | null {
  const memes = actuels.length === voulus.length && new Set(voulus).size === voulus.length
  return memes && actuels.every((id) => voulus.includes(id)) ? null : refuser('faits-changes')
}

/** Rank of a fact added to the chain: after the last one that is not later; undated, at the end. */
export function rangDuFait(
  faits: readonly { readonly rang: number; readonly survenuLe: string | null }[],
  survenuLe: string | null,
): number {
  if (survenuLe === null) return faits.length + 1
  const suivant = faits.find((f) => f.survenuLe !== null && f.survenuLe > survenuLe)
  return suivant?.rang ?? faits.length + 1
}

export interface MesureSaisie {
  readonly nature: NatureDeMesure
  readonly responsable: string
  readonly structureId: string | null
  readonly agentId: string | null
  readonly pourLe: string | null
  readonly faiteLe: string | null
}

/** A measure taken has no day to come, one promised is not done yet: what the form left of the other is dropped. */
export const mesureGardee = <M extends MesureSaisie>(saisie: M): M =>
  saisie.nature === 'prise' ? { ...saisie, pourLe: null } : { ...saisie, faiteLe: null }

/** A measure has someone who owes it and a day; one said to be taken has been. */
export function refusDeMesure(m: MesureSaisie, aujourdHui: string): RefusDAnalyse | null {
  if (m.responsable.trim() === '' && m.structureId === null && m.agentId === null)
    return refuser('mesure-sans-responsable')
  if (m.nature === 'promise') return m.pourLe === null ? refuser('mesure-sans-date') : null
  if (m.faiteLe === null) return refuser('mesure-sans-date')
  return m.faiteLe > aujourdHui ? refuser('mesure-dans-l-avenir') : null
}

interface Avancement {
  readonly faiteLe: string | null
  readonly abandonneeLe: string | null
}

/** A measure ends once. */
export function refusDeFinir(m: Avancement): RefusDAnalyse | null {
  if (m.faiteLe !== null) return refuser('mesure-deja-faite')
  return m.abandonneeLe !== null ? refuser('mesure-deja-abandonnee') : null
}

/** What a complaint made one promise is done after it came, and not later than today. */
export function refusDeTerminer(
  m: Avancement,
  faiteLe: string,
  { recuLe, aujourdHui }: { readonly recuLe: string; readonly aujourdHui: string },
): RefusDAnalyse | null {
  const refus = refusDeFinir(m)
  if (refus !== null) return refus
  if (faiteLe < recuLe) return refuser('mesure-avant-la-reception')
  return faiteLe > aujourdHui ? refuser('mesure-dans-l-avenir') : null
}

/** Only what was promised, then noted done, goes back to being owed. */
export function refusDeReprendre(m: Avancement & { readonly nature: NatureDeMesure }): RefusDAnalyse | null {
  if (m.nature === 'prise') return refuser('mesure-prise')
  return m.faiteLe === null ? refuser('mesure-non-faite') : null
}

interface MesureSuivie extends Avancement {
  readonly id: string
  readonly nature: NatureDeMesure
  readonly responsable: string
  readonly structure: string | null
  readonly agent: string | null
  readonly agentId: string | null
  readonly pourLe: string | null
}

/** Who owes a measure, as shown: the agent first, then the words, then the service. */
export function responsableDe(m: Pick<MesureSuivie, 'agent' | 'responsable' | 'structure'>): string {
  const personne = m.agent ?? m.responsable.trim()
  if (personne === '') return m.structure ?? ''
  return m.structure === null ? personne : `${personne}, ${m.structure}`
}

/** What the dossier waits for: each measure promised that is neither done nor given up. */
export function attentesDesMesures(mesures: readonly MesureSuivie[]): Attente[] {
  return mesures
    .filter((m) => m.nature === 'promise' && m.faiteLe === null && m.abandonneeLe === null)
    .map((m) => ({
      objetId: m.id,
      code: 'mesure',
      de: responsableDe(m),
      agentId: m.agentId,
      pourLe: m.pourLe,
    }))
}
