import { type MentionExigee, normaliserTexte } from './mention.ts'

/** A hyphen that ends a line: of the word itself, or put there to cut it. No letter uses this character. */
const CESURE = '\ue000'
const FIN_DE_LIGNE = /[-\u00ad\u2010-\u2014][^\S\n\f]*\n\s*/gu

/** A page laid its words out as it liked: no white space counts. */
const serrer = (texte: string): string => normaliserTexte(texte).replace(/\s+/gu, '')

const litteral = (c: string): string => c.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')

/** What finds it in a page, cut by a hyphen wherever lines end. */
const motif = (lettres: readonly string[]): RegExp =>
  new RegExp(lettres.map((c) => (c === '-' ? `[-${CESURE}]` : litteral(c))).join(`${CESURE}?`), 'u')

/** The longest part of a text that a page says: its beginning, or its end. */
function plusLongue(page: string, part: (longueur: number) => readonly string[], maximum: number): number {
  let bas = 0
  for (let haut = maximum; bas < haut; ) {
    const milieu = Math.ceil((bas + haut) / 2)
    if (motif(part(milieu)).test(page)) bas = milieu
    else haut = milieu - 1
  }
  return bas
}

/** True when a page says it whole, or begins it and the next one ends it: head and foot of pages come between. */
function estDite(pages: readonly string[], valeur: string): boolean {
  const lettres = [...serrer(valeur)]
  if (pages.some((page) => motif(lettres).test(page))) return true
  return pages.some((page, rang) => {
    const suivante = pages[rang + 1]
    if (suivante === undefined) return false
    const debut = plusLongue(page, (n) => lettres.slice(0, n), lettres.length)
    const fin = plusLongue(suivante, (n) => lettres.slice(lettres.length - n), lettres.length)
    return debut + fin >= lettres.length
  })
}

/** The mentions the text of a PDF does not say. `texte`: a form feed between pages. */
export function mentionsAbsentesDuPdf(
  mentions: readonly MentionExigee[],
  texte: string,
): readonly MentionExigee[] {
  const pages = texte.split('\f').map((page) => serrer(page.replace(FIN_DE_LIGNE, CESURE)))
  return mentions.filter(({ valeur }) => !estDite(pages, valeur))
}
