/** Why a number is not one: worded by the labels. */
export type CodeDeRefusDeMatricule = 'longueur' | 'forme' | 'mois' | 'departement' | 'cle'

/** An identity matricule: thirteen characters, then the key of two digits that proves they were copied right. */
export interface Matricule {
  readonly numero: string
  readonly cle: string
}

export type LectureDeMatricule =
  | { readonly matricule: Matricule }
  | { readonly refus: { readonly code: CodeDeRefusDeMatricule } }

const refuser = (code: CodeDeRefusDeMatricule): LectureDeMatricule => ({ refus: { code } })

/** Sex 1 or 2; 3 and 4 while a foreign birth is looked up, 7 and 8 for a number given for the time being. */
const FORME = /^([1-478])(\d{2})(\d{2})(\d{2}|2[AB])(\d{3})(\d{3})(\d{2})$/

const CLE = 97

/** Months 1 to 12; 20 and above when the civil registry did not know the month. */
const estUnMois = (mois: number): boolean =>
  (mois >= 1 && mois <= 12) || mois === 20 || (mois >= 30 && mois <= 42) || mois >= 50

/** The digits the key is computed on: Corsica is counted as 19 and 18. */
const enChiffres = (numero: string): number =>
  Number(numero.replace(/^(.{5})2A/, '$119').replace(/^(.{5})2B/, '$118'))

/** The key of thirteen characters: 97 less the rest of their division by 97. @source décret n° 82-103 du 22 janvier 1982, art. 4 */
export const calculerCle = (numero: string): string =>
  String(CLE - (enChiffres(numero) % CLE)).padStart(2, '0')

/**
 * An INS or NIR as typed, with or without spaces, its key checked. It says nothing of whose it is: only a call to INSi
 * qualifies an identity. @source CSP, art. L. 1111-8-1, R. 1111-8-1 ; décret n° 2019-341
 */
export function lireMatricule(saisi: string): LectureDeMatricule {
  const compact = saisi.replace(/[\s.-]/g, '').toUpperCase()
  if (compact.length !== 15) return refuser('longueur')
  const [, , , mois, departement] = FORME.exec(compact) ?? []
  if (mois === undefined || departement === undefined) return refuser('forme')
  if (!estUnMois(Number(mois))) return refuser('mois')
  if (departement === '00') return refuser('departement')
  const numero = compact.slice(0, 13)
  const cle = compact.slice(13)
  return calculerCle(numero) === cle ? { matricule: { numero, cle } } : refuser('cle')
}

/** Fifteen characters, as stored and compared. */
export const ecrireMatricule = ({ numero, cle }: Matricule): string => `${numero}${cle}`

/** « 2 85 04 2A 004 123 38 », by groups as on a card. */
export const grouperMatricule = (matricule: string): string =>
  (/^(.)(..)(..)(..)(...)(...)(..)$/.exec(matricule) ?? []).slice(1).join('\u00a0')

/** Nothing of sex, birth or place: its last order and key, enough to recognise one being read aloud. */
export const masquerMatricule = (matricule: string): string =>
  `•\u00a0••\u00a0••\u00a0••\u00a0•••\u00a0${matricule.slice(10, 13)}\u00a0${matricule.slice(13)}`

export type Divergence = 'annee-de-naissance' | 'mois-de-naissance' | 'civilite'

/** What in a matricule does not say what the record says: to check before keeping either. A provisional one says nothing of sex. */
export function divergencesDe(
  matricule: string,
  personne: { readonly civilite: '' | 'mme' | 'm'; readonly neeLe: string | null },
): readonly Divergence[] {
  const divergences: Divergence[] = []
  const mois = matricule.slice(3, 5)
  if (personne.neeLe !== null) {
    if (personne.neeLe.slice(2, 4) !== matricule.slice(1, 3)) divergences.push('annee-de-naissance')
    else if (Number(mois) <= 12 && personne.neeLe.slice(5, 7) !== mois) divergences.push('mois-de-naissance')
  }
  const attendue = { '1': 'm', '3': 'm', '2': 'mme', '4': 'mme' }[matricule.charAt(0)]
  if (personne.civilite !== '' && attendue !== undefined && attendue !== personne.civilite)
    divergences.push('civilite')
  return divergences
}
