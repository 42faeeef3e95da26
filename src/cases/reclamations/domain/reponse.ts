import { dureeDe } from '#core/echeances/domain/duree.ts'
import { formaterJour, jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { RECOURS_CONTENTIEUX } from '#core/echeances/domain/regles/silence.ts'
import { type Constat, griefsSansConstat, griefsSansReponse } from './griefs.ts'
import { phraseDesGriefsChanges, phraseDesManques, phraseDesNonDits } from './labels.ts'
import { aRepondu, type RefusDeReclamation, refusDeRepondre, type Situation } from './rules.ts'

/** What the answer and the closing look at in a grief that stands. */
export interface GriefConclu {
  readonly id: string
  readonly rang: number
  readonly constat: Constat | null
  readonly reponse: string
  /** digest of its title, finding and words: what a letter says of it, without saying it to who reads the facts */
  readonly empreinte: string
}

/** What a letter told of each grief: its digest, by id. */
export type GriefsDits = Readonly<Record<string, string>>

export const CODE_DE_LA_REPONSE = 'reclamations.reponse'

/** What a letter made now tells, kept with it. */
export const griefsADire = (griefs: readonly GriefConclu[]): GriefsDits =>
  Object.fromEntries(griefs.map(({ id, empreinte }) => [id, empreinte]))

interface FaitDetaille {
  readonly code: string
  readonly details: unknown
}

function griefsDitsDe(details: unknown): GriefsDits {
  const lus = Object.entries<unknown>(Object(Object(details).griefs))
  return Object.fromEntries(lus.map(([id, empreinte]) => [id, String(empreinte)]))
}

/** What a letter of this dossier tells of its griefs; null when no such answer was prepared. */
export function griefsDitsPar(faits: readonly FaitDetaille[], courrierId: unknown): GriefsDits | null {
  const prepare = faits.find(
    ({ code, details }) => code === 'reponse-preparee' && Object(details).courrierId === courrierId,
  )
  return prepare === undefined ? null : griefsDitsDe(prepare.details)
}

/** The measures a letter of this dossier tells, by id. */
export function mesuresDitesPar(faits: readonly FaitDetaille[], courrierId: string): readonly string[] {
  const prepare = faits.find(
    ({ code, details }) => code === 'reponse-preparee' && Object(details).courrierId === courrierId,
  )
  const { mesures } = Object(prepare?.details)
  return Array.isArray(mesures) ? mesures.map(String) : []
}

/** What the answer that left tells; null when none did, or when it left outside the application. */
export function griefsDeLaReponsePartie(faits: readonly FaitDetaille[]): GriefsDits | null {
  const partie = faits.findLast(({ code }) => code === 'reponse-envoyee')
  return partie === undefined ? null : griefsDitsPar(faits, Object(partie.details).courrierId)
}

/** Numbers of the griefs a letter does not tell, or tells otherwise. */
const griefsNonDits = (griefs: readonly GriefConclu[], dits: GriefsDits): readonly number[] =>
  griefs.filter(({ id, empreinte }) => dits[id] !== empreinte).map(({ rang }) => rang)

/** The same of the answer that left; null: it left outside the application, and nobody knows. */
const griefsARedire = (griefs: readonly GriefConclu[], partie: GriefsDits | null): readonly number[] =>
  partie === null ? [] : griefsNonDits(griefs, partie)

/** Each grief has its finding and its words, or the refusal says which has not. */
function refusDeGriefsIncomplets(griefs: readonly GriefConclu[]): RefusDeReclamation | null {
  const manques = { sansConstat: griefsSansConstat(griefs), sansReponse: griefsSansReponse(griefs) }
  if (manques.sansConstat.length + manques.sansReponse.length === 0) return null
  return { code: 'griefs-incomplets', phrase: phraseDesManques(manques) }
}

/** What the file holds is what the person read. */
function refusDeRedire(griefs: readonly GriefConclu[], partie: GriefsDits | null): RefusDeReclamation | null {
  const nonDits = griefsARedire(griefs, partie)
  return nonDits.length === 0 ? null : { code: 'reponse-a-completer', phrase: phraseDesNonDits(nonDits) }
}

/**
 * Why no answer is owed, or null. One is owed again once a grief was found after it left, or its finding changed: the
 * person would read something else than what the file holds.
 */
export function refusDEnvoyerUneReponse(
  situation: Situation,
  griefs: readonly GriefConclu[],
  partie: GriefsDits | null,
): RefusDeReclamation | null {
  const refus = refusDeRepondre(situation)
  return refus?.code === 'reponse-deja-envoyee' && griefsARedire(griefs, partie).length > 0 ? null : refus
}

/** The answer is written grief by grief: none may be left aside. @source CSP, art. R. 1112-92 */
export function refusDePreparerLaReponse(
  situation: Situation,
  griefs: readonly GriefConclu[],
  partie: GriefsDits | null,
): RefusDeReclamation | null {
  const refus = refusDEnvoyerUneReponse(situation, griefs, partie)
  if (refus !== null) return refus
  return griefs.length === 0 ? { code: 'griefs-a-relever' } : refusDeGriefsIncomplets(griefs)
}

/** A complaint never ends in silence, nor a grief without a finding and a word. @source CSP, art. R. 1112-92 */
export function refusDeClore(
  { etat, faits }: Pick<Situation, 'etat' | 'faits'>,
  griefs: readonly GriefConclu[],
  partie: GriefsDits | null,
): RefusDeReclamation | null {
  if (etat === 'clos') return { code: 'dossier-clos' }
  if (!aRepondu(faits)) return { code: 'reponse-non-envoyee' }
  return refusDeGriefsIncomplets(griefs) ?? refusDeRedire(griefs, partie)
}

/** Services read what was concluded once the person has. */
export function refusDeRestituer(
  { faits }: Pick<Situation, 'faits'>,
  griefs: readonly GriefConclu[],
  partie: GriefsDits | null,
): RefusDeReclamation | null {
  if (!aRepondu(faits)) return { code: 'restitution-avant-reponse' }
  if (griefs.length === 0) return { code: 'griefs-a-relever' }
  return refusDeGriefsIncomplets(griefs) ?? refusDeRedire(griefs, partie)
}

/** A letter is approved, signed and sent while it tells what stands. `dits`: by that letter. */
export function refusDeLettrePerimee(
  griefs: readonly GriefConclu[],
  dits: GriefsDits | null,
): RefusDeReclamation | null {
  if (dits === null) return { code: 'courrier-inconnu' }
  const changes = griefsNonDits(griefs, dits)
  const ids = griefs.map(({ id }) => id)
  const aUnRetrait = Object.keys(dits).some((id) => !ids.includes(id))
  if (changes.length === 0 && !aUnRetrait) return null
  return { code: 'reponse-perimee', phrase: phraseDesGriefsChanges(changes) }
}

/** The answer leaves once, and tells what stands that day. */
export const refusDEnvoyerLaReponse = (
  situation: Situation,
  griefs: readonly GriefConclu[],
  { dits, partie }: { readonly dits: GriefsDits | null; readonly partie: GriefsDits | null },
): RefusDeReclamation | null =>
  refusDEnvoyerUneReponse(situation, griefs, partie) ?? refusDeLettrePerimee(griefs, dits)

/** At least one grief is right, be it in part: the hospital owes more than an explanation. */
export const aUnGriefFonde = (griefs: readonly Pick<GriefConclu, 'constat'>[]): boolean =>
  griefs.some(({ constat }) => constat === 'fonde' || constat === 'partiellement-fonde')

interface MesureADire {
  readonly nature: 'prise' | 'promise'
  readonly intitule: string
  readonly pourLe: string | null
  readonly faiteLe: string | null
  readonly abandonneeLe: string | null
}

const le = (jour: string): string => formaterJour(jourCivil(jour), { semaine: false })

export const estADire = (m: Pick<MesureADire, 'abandonneeLe'>): boolean => m.abandonneeLe === null

/** A measure promised and done since is a measure taken. */
export const estRealisee = (m: Pick<MesureADire, 'nature' | 'faiteLe'>): boolean =>
  m.nature === 'prise' || m.faiteLe !== null

/** A letter does not promise what was given up since. `dites`: the measures it tells. */
export const refusDeMesureAbandonnee = (
  mesures: readonly (Pick<MesureADire, 'abandonneeLe'> & { readonly id: string })[],
  dites: readonly string[],
): RefusDeReclamation | null =>
  mesures.some((m) => dites.includes(m.id) && !estADire(m)) ? { code: 'mesure-dite-abandonnee' } : null

/** A measure in words: what changes, and since or until when. */
export function mesureEnMots(m: MesureADire): string {
  if (estRealisee(m)) return m.faiteLe === null ? m.intitule : `${m.intitule} (le ${le(m.faiteLe)})`
  return m.pourLe === null ? m.intitule : `${m.intitule} (d’ici au ${le(m.pourLe)})`
}

/** How and until when the answer may be taken to court. @source CJA, art. R. 421-1 et R. 421-5 */
export const voiesDeRecours = (tribunal: string): string =>
  `Si vous contestez cette réponse, vous disposez d’un délai de ${dureeDe(RECOURS_CONTENTIEUX)} à compter de sa notification pour saisir le ${tribunal.replace(/^Tribunal/, 'tribunal')}, par courrier ou par l’application Télérecours citoyens.`
