import { diffArrays, diffWordsWithSpace } from 'diff'

export interface Morceau {
  readonly nature: 'egal' | 'ajoute' | 'retire'
  readonly texte: string
}
export interface Bloc {
  readonly nature: 'egal' | 'ajoute' | 'retire' | 'modifie'
  readonly morceaux: readonly Morceau[]
}

/** Beyond these, the finest difference is not worth the wait. Milliseconds. */
const TEMPS_DES_PARAGRAPHES = 1000
const TEMPS_DES_MOTS = 200
/** Share of a paragraph that must stay for it to be called modified rather than another one. */
const PART_COMMUNE = 0.4

const seul = (nature: 'egal' | 'ajoute' | 'retire', texte: string): Bloc => ({
  nature,
  morceaux: [{ nature, texte }],
})

/** One paragraph become another, word by word; two paragraphs when they have little in common. */
function paragrapheModifie(avant: string, apres: string): readonly Bloc[] {
  const mots = diffWordsWithSpace(avant, apres, { timeout: TEMPS_DES_MOTS })
  const commun = (mots ?? []).filter((m) => !m.added && !m.removed).reduce((n, m) => n + m.value.length, 0)
  if (mots === undefined || commun < PART_COMMUNE * Math.max(avant.length, apres.length))
    return [seul('retire', avant), seul('ajoute', apres)]
  const morceaux = mots.map(
    ({ added, removed, value }): Morceau => ({
      nature: added ? 'ajoute' : removed ? 'retire' : 'egal',
      texte: value,
    }),
  )
  return [{ nature: 'modifie', morceaux: rassembler(morceaux) }]
}

/** Words changed side by side are read as one change: what was said, then what is said. */
function rassembler(morceaux: readonly Morceau[]): readonly Morceau[] {
  const lus: Morceau[] = []
  let retire = ''
  let ajoute = ''
  const deverser = (): void => {
    if (retire !== '') lus.push({ nature: 'retire', texte: retire })
    if (ajoute !== '') lus.push({ nature: 'ajoute', texte: ajoute })
    retire = ''
    ajoute = ''
  }
  for (const [rang, { nature, texte }] of morceaux.entries()) {
    const enCours = retire !== '' || ajoute !== ''
    const suite = morceaux[rang + 1]
    if (nature === 'retire') retire += texte
    else if (nature === 'ajoute') ajoute += texte
    else if (enCours && texte.trim() === '' && suite !== undefined && suite.nature !== 'egal') {
      retire += texte
      ajoute += texte
    } else {
      deverser()
      lus.push({ nature, texte })
    }
  }
  deverser()
  return lus
}

/** What changed between two texts, paragraph by paragraph, then word by word inside those that changed. */
export function comparerTextes(avant: readonly string[], apres: readonly string[]): readonly Bloc[] {
  const lus = (textes: readonly string[]): string[] => textes.filter((texte) => texte.trim() !== '')
  const suites = diffArrays(lus(avant), lus(apres), { timeout: TEMPS_DES_PARAGRAPHES }) ?? [
    { removed: true, added: false, value: lus(avant) },
    { removed: false, added: true, value: lus(apres) },
  ]
  const blocs: Bloc[] = []
  for (const [rang, { added, removed, value }] of suites.entries()) {
    const suivante = suites[rang + 1]
    const precedente = suites[rang - 1]
    if (removed && suivante?.added) blocs.push(...enRegard(value, suivante.value))
    else if (added && precedente?.removed) continue
    else blocs.push(...value.map((texte) => seul(added ? 'ajoute' : removed ? 'retire' : 'egal', texte)))
  }
  return blocs
}

/** Paragraphs replaced by others: one beside the other, as many as they are on both sides. */
function enRegard(retires: readonly string[], ajoutes: readonly string[]): readonly Bloc[] {
  const nombre = Math.max(retires.length, ajoutes.length)
  return Array.from({ length: nombre }, (_, i) => i).flatMap((i) => {
    const [avant, apres] = [retires[i], ajoutes[i]]
    if (avant === undefined) return apres === undefined ? [] : [seul('ajoute', apres)]
    return apres === undefined ? [seul('retire', avant)] : paragrapheModifie(avant, apres)
  })
}
