import { formatDay } from '#platform/web/formats.ts'
import type { TroncVu } from '../contract.ts'

type FaitVu = TroncVu['faits'][number]

/** One line of the timeline: a fact, a letter, a piece. */
export interface EntreeDeChronologie {
  readonly cle: string
  /** when it legally happened */
  readonly jour: string
  /** when it was recorded: orders the entries of one day */
  readonly enregistreA: string
  readonly titre: string
  /** after the title, quieter */
  readonly precision: string | null
  /** a text of its own, below: a note */
  readonly texte: string | null
  readonly agent: string | null
  /** corrected since: struck, with what replaced it */
  readonly estRectifie: boolean
  /** why it was corrected, or changed */
  readonly motif: string | null
  /** the fact whose day may be corrected here; null when it may not */
  readonly rectifiable: FaitVu | null
  /** of little weight for who follows the case */
  readonly estMineure: boolean
}

/** An entry a page adds beside the facts: everything but what only facts have. */
export type AjoutDeChronologie = Pick<
  EntreeDeChronologie,
  'cle' | 'jour' | 'enregistreA' | 'titre' | 'agent'
> & {
  readonly precision?: string
}

const MINEURS: ReadonlySet<string> = new Set([
  'dossier-ouvert',
  'dossier-assigne',
  'recit-complete',
  'personne-ajoutee',
  'personne-retiree',
  'personne-fusionnee',
  'fusion-annulee',
  'dossier-lie',
  'affaire-jointe',
  'affaire-quittee',
  'classe-changee',
  'priorite-changee',
  'services-modifies',
])

const texteDe = (details: FaitVu['details'], cle: string): string | null => {
  const valeur = details[cle]
  return typeof valeur === 'string' && valeur !== '' ? valeur : null
}

/** What a fact says of itself; a request to a service says which, and for when. */
function precisionDe(fait: FaitVu, corrige: FaitVu | undefined): string | null {
  if (corrige !== undefined && fait.details['annule'] !== true)
    return `date corrigée, au lieu du ${formatDay(corrige.survenuLe)}`
  const dite = texteDe(fait.details, 'precision')
  if (dite !== null) return dite
  const structure = texteDe(fait.details, 'structure')
  const pourLe = texteDe(fait.details, 'pourLe')
  return structure !== null && pourLe !== null ? `${structure}, pour le ${formatDay(pourLe)}` : structure
}

function entreeDuFait(fait: FaitVu, faits: readonly FaitVu[]): EntreeDeChronologie {
  const corrige = fait.rectifie === null ? undefined : faits.find(({ id }) => id === fait.rectifie)
  return {
    cle: fait.id,
    jour: fait.survenuLe,
    enregistreA: fait.enregistreA,
    titre: fait.libelle,
    precision: precisionDe(fait, corrige),
    // what someone wrote about it: a note, an opinion, how a call ended
    texte: texteDe(fait.details, 'texte'),
    agent: fait.agent,
    estRectifie: fait.estRectifie,
    motif: fait.motif,
    rectifiable: fait.refusDeRectifier === null ? fait : null,
    estMineure: MINEURS.has(fait.code),
  }
}

const entreeDeLAjout = (ajout: AjoutDeChronologie): EntreeDeChronologie => ({
  precision: null,
  ...ajout,
  texte: null,
  estRectifie: false,
  motif: null,
  rectifiable: null,
  estMineure: false,
})

/** Facts and what the page adds, newest first; within a day, the last recorded first. */
export function entreesDeChronologie(
  faits: readonly FaitVu[],
  ajouts: readonly AjoutDeChronologie[],
): EntreeDeChronologie[] {
  const entrees = [...faits.map((fait) => entreeDuFait(fait, faits)), ...ajouts.map(entreeDeLAjout)]
  const cle = ({ jour, enregistreA }: EntreeDeChronologie): string => `${jour} ${enregistreA}`
  return entrees.toSorted((a, b) => (cle(a) < cle(b) ? 1 : cle(a) > cle(b) ? -1 : 0))
}
