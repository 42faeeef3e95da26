import { searchKey } from '#platform/keys.ts'
import { CIVILITE } from './labels.ts'

/** Characters a line of a French envelope may hold. @source NF Z10-011 */
export const LARGEUR_POSTALE = 38

export interface Destinataire {
  readonly civilite: '' | 'mme' | 'm'
  readonly nom: string
  readonly prenom: string
  readonly complement: string
  readonly voie: string
  readonly lieuDit: string
  readonly codePostal: string
  readonly commune: string
  readonly pays: string
}

const enUneLigne = (texte: string): string => texte.replace(/\s+/gu, ' ').trim()

/** Cut between two code points, so that no half character is printed. */
function couper(texte: string): string {
  const points = Array.from(texte)
  return points.length <= LARGEUR_POSTALE ? texte : points.slice(0, LARGEUR_POSTALE).join('').trimEnd()
}

/** « 12, rue de l’Église » → « 12 RUE DE L EGLISE »: capitals, no accent, no punctuation. */
const enCapitales = (texte: string): string => searchKey(texte).toUpperCase()

const SANS_PAYS: readonly string[] = ['', 'france', 'fr']
const estEtranger = (pays: string): boolean => !SANS_PAYS.includes(searchKey(pays))

const initialesDe = (prenom: string): string =>
  prenom
    .split(/[\s-]+/u)
    .filter((mot) => mot !== '')
    .map((mot) => `${(Array.from(mot)[0] ?? '').toUpperCase()}.`)
    .join('-')

/** The name, shortened by steps when it is too wide: civility, then first names to their initials, then the cut. */
function ligneDuNom({ civilite, nom, prenom }: Destinataire): string {
  const { longue, courte } = CIVILITE[civilite]
  const nomEnCapitales = enUneLigne(nom).toLocaleUpperCase('fr')
  const prenomEcrit = enUneLigne(prenom)
  const essais = [
    [longue, prenomEcrit, nomEnCapitales],
    [courte, prenomEcrit, nomEnCapitales],
    [courte, initialesDe(prenomEcrit), nomEnCapitales],
    [initialesDe(prenomEcrit), nomEnCapitales],
    [nomEnCapitales],
  ].map((mots) => mots.filter((mot) => mot !== '').join(' '))
  return couper(essais.find((essai) => Array.from(essai).length <= LARGEUR_POSTALE) ?? nomEnCapitales)
}

function lignesDeLAdresse(d: Destinataire): readonly string[] {
  const { complement, voie, lieuDit, codePostal, commune, pays } = d
  const localite = `${codePostal} ${commune}`
  // Abroad, the order and the marks of the lines are those of the country: only the last ones go in capitals.
  return estEtranger(pays)
    ? [complement, voie, lieuDit, localite.toLocaleUpperCase('fr'), enCapitales(pays)]
    : [complement, ...[voie, lieuDit, localite].map(enCapitales)]
}

/**
 * The lines of an envelope: name, complement, street, place, CODE POSTAL COMMUNE, and the country when it is not France. At
 * most six lines of 38 characters, none empty. @source NF Z10-011: street, place and town in capitals, without accents
 * or punctuation
 */
export function lignesPostales(destinataire: Destinataire): readonly string[] {
  return [ligneDuNom(destinataire), ...lignesDeLAdresse(destinataire).map(enUneLigne).map(couper)].filter(
    (ligne) => ligne !== '',
  )
}
