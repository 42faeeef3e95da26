import { searchKey } from '#platform/keys.ts'

/** A stretch of a text, in UTF-16 units, `fin` excluded. */
export interface Etendue {
  readonly debut: number
  readonly fin: number
}

/** A block longer than this is cut at a sentence, so that a letter without a line break stays quick to lay out. */
const BLOC_MAX = 1500
/** A letter is shown in at most about this many blocks, whatever its line breaks. */
const NOMBRE_DE_BLOCS = 1500

const phrases = new Intl.Segmenter('fr', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const mots = new Intl.Segmenter('fr', { granularity: 'word' })

/** « M. Martin », « le Dr. Petit »: the point of an abbreviation ends no sentence. */
const ABREVIATION = /(?:^|[\s(«])(?:M|MM|Mme|Mlle|Me|Dr|Drs|Pr|St|Ste|art|cf|env|p|n°|tél|[A-Z])\.\s*$/u

/** « Personne n’est venu.Mais j’ai sonné » : people forget the space. */
const COLLEES = /(?<=\p{Ll}{3}[.!?…])(?=\p{Lu}[\p{Ll}’' ])/gu
const ADRESSE = /@|www\.|:\/\//u

/** Where sentences stuck together are cut: not inside an address, which has no blank either. */
function* morceauxDe(phrase: string): Generator<string> {
  let debut = 0
  for (const { index } of phrase.matchAll(COLLEES)) {
    const avant =
      phrase
        .slice(Math.max(0, index - 60), index)
        .split(/\s/u)
        .at(-1) ?? ''
    const apres = phrase.slice(index, index + 60).split(/\s/u)[0] ?? ''
    if (ADRESSE.test(avant + apres)) continue
    yield phrase.slice(debut, index)
    debut = index
  }
  yield phrase.slice(debut)
}

/** Without the blanks at both ends; null when nothing else is left. */
export function sansBlancs(texte: string, { debut, fin }: Etendue): Etendue | null {
  const extrait = texte.slice(debut, fin)
  const utile = extrait.trim()
  if (utile === '') return null
  const avant = extrait.length - extrait.trimStart().length
  return { debut: debut + avant, fin: debut + avant + utile.length }
}

function* morceauxEntre(extrait: string): Generator<string> {
  for (const { segment } of phrases.segment(extrait)) yield* morceauxDe(segment)
}

/** Sentences of a stretch, in order, blank ones left out. */
export function phrasesDe(texte: string, { debut, fin }: Etendue): Etendue[] {
  const trouvees: Etendue[] = []
  let ouverte: number | null = null
  let a = debut
  for (const morceau of morceauxEntre(texte.slice(debut, fin))) {
    const de: number = ouverte ?? a
    a += morceau.length
    ouverte = ABREVIATION.test(texte.slice(Math.max(de, a - 12), a)) && a < fin ? de : null
    const phrase = ouverte === null ? sansBlancs(texte, { debut: de, fin: a }) : null
    if (phrase !== null) trouvees.push(phrase)
  }
  return trouvees
}

/** A stretch too long for one block, cut between sentences, or anywhere when a sentence is longer still. */
function couper(texte: string, etendue: Etendue): Etendue[] {
  if (etendue.fin - etendue.debut <= BLOC_MAX) return [etendue]
  const blocs: Etendue[] = []
  let { debut } = etendue
  const fermer = (fin: number): void => {
    if (fin > debut) blocs.push({ debut, fin })
    debut = Math.max(debut, fin)
  }
  let derniere = debut
  for (const { segment, index } of phrases.segment(texte.slice(debut, etendue.fin))) {
    const fin = etendue.debut + index + segment.length
    if (fin - debut > BLOC_MAX) fermer(derniere)
    while (fin - debut > 2 * BLOC_MAX) fermer(finDeGrapheme(texte, debut + BLOC_MAX))
    derniere = fin
  }
  fermer(etendue.fin)
  return blocs
}

/**
 * A text as the blocks it is shown in: paragraphs, several together when they are many, one in several parts when it is
 * long. Blocks are in order, never overlap, and leave out only the blanks between them.
 */
export function blocsDe(texte: string): Etendue[] {
  const assez = Math.ceil(texte.length / NOMBRE_DE_BLOCS)
  const blocs: Etendue[] = []
  let debut = 0
  const fermer = (fin: number): void => {
    const utile = sansBlancs(texte, { debut, fin })
    if (utile !== null) blocs.push(...couper(texte, utile))
  }
  for (const { index, 0: blanc } of texte.matchAll(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/g)) {
    if (index - debut < assez) continue
    fermer(index)
    debut = index + blanc.length
  }
  fermer(texte.length)
  return blocs
}

const segmentA = (segmenter: Intl.Segmenter, texte: string, position: number): Etendue => {
  // looked at around the position only: the rest of a long letter does not matter
  const de = Math.max(0, position - 256)
  const voisin = texte.slice(de, position + 256)
  const { segment, index } = segmenter.segment(voisin).containing(position - de) ?? { segment: '', index: 0 }
  return { debut: de + index, fin: de + index + segment.length }
}

const debutDeGrapheme = (texte: string, position: number): number =>
  position >= texte.length ? texte.length : segmentA(graphemes, texte, position).debut
const finDeGrapheme = (texte: string, position: number): number => {
  if (position <= 0 || position >= texte.length) return Math.min(Math.max(0, position), texte.length)
  const { debut, fin } = segmentA(graphemes, texte, position)
  return debut === position ? position : fin
}

/** A selection as it is kept: inside the text, without blanks at its ends, whole characters. Null when nothing is left. */
export function ajuster(texte: string, { debut, fin }: Etendue): Etendue | null {
  const borne = (n: number): number => Math.min(Math.max(0, n), texte.length)
  const de = debutDeGrapheme(texte, borne(Math.min(debut, fin)))
  const a = finDeGrapheme(texte, borne(Math.max(debut, fin)))
  return sansBlancs(texte, { debut: de, fin: a })
}

export type Bord = 'debut' | 'fin'

/** The selection with one end moved by a word; unchanged when it cannot move. */
export function deplacerDUnMot(texte: string, passage: Etendue, bord: Bord, sens: 1 | -1): Etendue {
  const depart = passage[bord]
  const fenetre = { debut: Math.max(0, depart - 400), fin: Math.min(texte.length, depart + 400) }
  const bornes = [...mots.segment(texte.slice(fenetre.debut, fenetre.fin))]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => fenetre.debut + index + (bord === 'fin' ? segment.length : 0))
  const cible = sens === 1 ? bornes.find((b) => b > depart) : bornes.findLast((b) => b < depart)
  const voulu = { ...passage, [bord]: cible ?? depart }
  return voulu.debut < voulu.fin ? voulu : passage
}

export const seChevauchent = (a: Etendue, b: Etendue): boolean => a.debut < b.fin && b.debut < a.fin

/** A piece of a block with the numbers of the griefs that rest on it. */
export interface Segment extends Etendue {
  readonly numeros: readonly number[]
  /** numbers of the griefs whose passage begins here */
  readonly ouvre: readonly number[]
}

/** A block cut where a passage begins or ends: overlapping ones share pieces. */
export function segmentsDe(bloc: Etendue, passages: readonly (Etendue & { numero: number })[]): Segment[] {
  const ici = passages.filter((p) => seChevauchent(p, bloc))
  const bornes = new Set([bloc.debut, bloc.fin])
  for (const { debut, fin } of ici) {
    bornes.add(Math.max(debut, bloc.debut))
    bornes.add(Math.min(fin, bloc.fin))
  }
  const triees = [...bornes].toSorted((a, b) => a - b)
  return triees.slice(0, -1).map((debut, rang) => {
    const fin = triees[rang + 1] ?? bloc.fin
    const numeros = ici.filter((p) => p.debut <= debut && p.fin >= fin).map(({ numero }) => numero)
    return { debut, fin, numeros, ouvre: ici.filter((p) => p.debut === debut).map(({ numero }) => numero) }
  })
}

/** Fewer words than this is a greeting, a signature, a date: nothing to keep. */
const MOTS_D_UN_PASSAGE = 4

/** Sentences that say something and on which no grief rests. */
export function phrasesNonRetenues(
  texte: string,
  phrasesDuTexte: readonly Etendue[],
  passages: readonly Etendue[],
): Etendue[] {
  const tries = passages.toSorted((a, b) => a.debut - b.debut)
  return phrasesDuTexte.filter((phrase) => {
    const nombre = texte
      .slice(phrase.debut, phrase.fin)
      .split(/\s+/u)
      .filter((m) => /\p{L}/u.test(m)).length
    return nombre >= MOTS_D_UN_PASSAGE && !tries.some((p) => seChevauchent(p, phrase))
  })
}

/**
 * Where the passage of one version stands in another: at the same place, else where the same words are, once only. Null
 * when they are gone or stand several times.
 */
export function reporter(ancien: string, nouveau: string, { debut, fin }: Etendue): Etendue | null {
  const citation = ancien.slice(debut, fin)
  if (nouveau.slice(debut, fin) === citation) return { debut, fin }
  const premier = nouveau.indexOf(citation)
  if (premier === -1 || nouveau.indexOf(citation, premier + 1) !== -1) return null
  return { debut: premier, fin: premier + citation.length }
}

/** A text folded for search, with the place of each folded letter in the original. */
export interface TexteReplie {
  readonly cle: string
  readonly positions: Int32Array
}

/** Lower case, without accents, one space for any run of blanks and signs; built once a letter. */
export function replier(texte: string): TexteReplie {
  const morceaux: string[] = []
  const positions: number[] = []
  // a letter of 200 000 characters has a hundred different ones
  const cles = new Map<string, string>()
  let blanc = true
  let index = 0
  for (const lettre of texte) {
    const cle = cles.get(lettre) ?? searchKey(lettre)
    cles.set(lettre, cle)
    if (cle !== '') {
      morceaux.push(cle)
      for (let i = 0; i < cle.length; i += 1) positions.push(index)
      blanc = false
    } else if (!blanc && !/\p{M}/u.test(lettre)) {
      morceaux.push(' ')
      positions.push(index)
      blanc = true
    }
    index += lettre.length
  }
  positions.push(index)
  return { cle: morceaux.join(''), positions: Int32Array.from(positions) }
}

const TROUVES_MAX = 500

/** Where words stand in a folded text, accents and case aside; the first 500. */
export function chercherDans(replie: TexteReplie, saisie: string): Etendue[] {
  const cle = searchKey(saisie)
  if (cle === '') return []
  const trouves: Etendue[] = []
  let a = replie.cle.indexOf(cle)
  while (a !== -1 && trouves.length < TROUVES_MAX) {
    trouves.push({ debut: replie.positions[a] ?? 0, fin: replie.positions[a + cle.length] ?? 0 })
    a = replie.cle.indexOf(cle, a + cle.length)
  }
  return trouves
}

/** Place of a stretch among others sorted by their beginning: the last one that begins at or before it. */
export function rangDans(etendues: readonly Etendue[], position: number): number {
  let bas = 0
  let haut = etendues.length
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((etendues[milieu]?.debut ?? 0) <= position) bas = milieu + 1
    else haut = milieu
  }
  return Math.max(0, bas - 1)
}

/** The sentence after, or before, a position; null at the end. */
export function phraseVoisine(
  phrasesDuTexte: readonly Etendue[],
  position: number,
  sens: 1 | -1,
): Etendue | null {
  const trouvee =
    sens === 1
      ? phrasesDuTexte.find((p) => p.debut > position)
      : phrasesDuTexte.findLast((p) => p.debut < position)
  return trouvee ?? null
}
