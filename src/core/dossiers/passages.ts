import type { Tx } from '#platform/db/index.ts'
import type { PassageTrouve } from './contract-recherche.ts'
import { clesDuTexte, type Extrait, extraire } from './domain/extrait.ts'
import { lireRecherche, type RechercheLue } from './domain/recherche.ts'
import {
  type Candidat,
  lireTextes,
  listerPartiesTrouvees,
  type PartieTrouvee,
  reconnaitre,
  type TextesDuDossier,
} from './store-passages.ts'

/** What a search found in the dossiers of a page, and where. */
export interface Trouvailles {
  /** keys of the words found in the subjects and authors the page shows */
  readonly surlignes: string[]
  /** by dossier: the passages that are not on the page already */
  readonly passages: Record<string, PassageTrouve[]>
}

const RIEN: Trouvailles = { surlignes: [], passages: {} }
/** Passages under one line. */
const PASSAGES_PAR_DOSSIER = 2
/** Of a word and of its stem, the part that is the same. */
const COMMENCEMENT = 3

interface Cherche {
  readonly mot: string
  readonly estDebut: boolean
}

const cherchesDe = ({ mots, debut }: RechercheLue): Cherche[] => [
  ...(mots === '' ? [] : mots.split(' & ').map((mot) => ({ mot, estDebut: false }))),
  ...(debut === '' ? [] : [{ mot: debut, estDebut: true }]),
]

/** Words that begin as one of those searched: the database then says which are. */
function candidatsDe(cherches: readonly Cherche[], cles: ReadonlySet<string>): Candidat[] {
  const commencements = cherches.map(({ mot }) => mot.slice(0, COMMENCEMENT))
  return [...cles].flatMap((cle) =>
    commencements.flatMap((commencement, rang) => (cle.startsWith(commencement) ? [{ cle, rang }] : [])),
  )
}

/** A name is also found by a part of it, as the list finds it. */
function partiesDeNoms(cherches: readonly Cherche[], textes: readonly TextesDuDossier[]): Candidat[] {
  const cles = clesDuTexte(textes.flatMap(({ auteur, noms }) => [auteur, ...noms]).join(' '))
  return [...cles].flatMap((cle) =>
    cherches.flatMap(({ mot }, rang) => (mot.length > 2 && cle.includes(mot) ? [{ cle, rang }] : [])),
  )
}

/** Where the words of a search are in these dossiers, as far as the acteur reads them. Three statements. */
export async function trouverPassages(tx: Tx, ids: readonly string[], saisi: string): Promise<Trouvailles> {
  const recherche = lireRecherche(saisi)
  const cherches = cherchesDe(recherche)
  if (ids.length === 0 || cherches.length === 0) return RIEN
  const textes = await lireTextes(tx, ids)
  const parties = await listerPartiesTrouvees(tx, ids, recherche)
  const tout = [
    ...textes.flatMap((t) => [t.objet, t.auteur, ...t.recits, ...t.noms]),
    ...parties.map(({ texte }) => texte),
  ]
  const cles = clesDuTexte(tout.join(' '))
  const trouves = [
    ...partiesDeNoms(cherches, textes),
    ...(await reconnaitre(tx, cherches, candidatsDe(cherches, cles))),
  ]
  const reconnus = new Map(trouves.map(({ cle, rang }) => [cle, rang]))
  const montres = clesDuTexte(textes.map(({ objet, auteur }) => `${objet} ${auteur}`).join(' '))
  const deQui = Map.groupBy(parties, ({ dossierId }) => dossierId)
  return {
    surlignes: [...reconnus.keys()].filter((cle) => montres.has(cle)),
    passages: Object.fromEntries(
      textes.flatMap((t) => {
        const passages = passagesDe(t, deQui.get(t.id) ?? [], reconnus)
        return passages.length === 0 ? [] : [[t.id, passages]]
      }),
    ),
  }
}

interface Trouve extends Extrait {
  readonly lieu: PassageTrouve['lieu']
  readonly precision: string
}

/** What shows the most words first; then what adds to it, or tells of another place. */
function passagesDe(
  { recits, noms, auteur }: TextesDuDossier,
  parties: readonly PartieTrouvee[],
  reconnus: ReadonlyMap<string, number>,
): PassageTrouve[] {
  const [premier] = recits.flatMap((texte) => extraitDe(texte, { lieu: 'recit', precision: '' }, reconnus))
  const autres = noms.filter((nom) => nom !== auteur)
  const trouves: Trouve[] = [
    ...(premier === undefined ? [] : [premier]),
    ...parties.flatMap(({ source, lieu, texte }) =>
      extraitDe(texte, { lieu: source, precision: lieu }, reconnus),
    ),
    ...autres.flatMap((nom) => extraitDe(nom, { lieu: 'personne', precision: '' }, reconnus)),
  ]
  return trouves
    .toSorted((a, b) => b.rangs.size - a.rangs.size)
    .slice(0, PASSAGES_PAR_DOSSIER)
    .map(({ lieu, precision, fragments }) => ({ lieu, precision, fragments: [...fragments] }))
}

function extraitDe(
  texte: string,
  ou: Pick<Trouve, 'lieu' | 'precision'>,
  reconnus: ReadonlyMap<string, number>,
): Trouve[] {
  const extrait = extraire(texte, reconnus)
  return extrait === null ? [] : [{ ...extrait, ...ou }]
}
