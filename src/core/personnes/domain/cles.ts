import { searchKey } from '#platform/keys.ts'
import { phonetiser, phonetiserLePrenom } from './phonetique.ts'

/** What a person is found by: name then first name, without accents. */
export const cleDuNom = (personne: { readonly nom: string; readonly prenom: string }): string =>
  searchKey(`${personne.nom} ${personne.prenom}`)

/** An e-mail address as compared: two spellings of one mailbox meet. */
export const cleDuCourriel = (courriel: string): string => courriel.normalize('NFC').trim().toLowerCase()

const CHIFFRES_D_UN_NUMERO = 9

/** A phone number as compared: « +33 6 99 00 12 34 » and « 06.99.00.12.34 » meet. Empty when it is too short to be one. */
export function cleDuTelephone(telephone: string): string {
  const chiffres = telephone
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)33/, '0')
    .replace(/\D/g, '')
  return chiffres.length < CHIFFRES_D_UN_NUMERO ? '' : chiffres
}

const ABREGES: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  bvd: 'boulevard',
  r: 'rue',
  pl: 'place',
  imp: 'impasse',
  all: 'allee',
  allees: 'allee',
  ch: 'chemin',
  che: 'chemin',
  rte: 'route',
  sq: 'square',
  res: 'residence',
  lot: 'lotissement',
  st: 'saint',
  ste: 'sainte',
  dr: 'docteur',
  gal: 'general',
}
const MOTS_VIDES: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et'])

/** A street and a post code as compared: « 12, av. de l’Église » and « 12 AVENUE EGLISE » meet. Empty without both. */
export function cleDeLAdresse({
  voie,
  codePostal,
}: {
  readonly voie: string
  readonly codePostal: string
}): string {
  const mots = searchKey(voie)
    .split(' ')
    .map((mot) => ABREGES[mot] ?? mot)
    .filter((mot) => !MOTS_VIDES.has(mot))
    .join(' ')
  const code = searchKey(codePostal)
  return mots === '' || code === '' ? '' : `${code} ${mots}`
}

export interface Rapprochable {
  readonly nom: string
  readonly prenom: string
  readonly nomDeNaissance: string
  readonly neeLe: string | null
  readonly telephone: string
  readonly voie: string
  readonly codePostal: string
}

const siConnue = (cle: string, valeur: string): readonly string[] => (valeur === '' ? [] : [cle])

/**
 * Keys under which a person meets those who may be the same: how the name and first name sound, under each name; a day of
 * birth, an address or a phone number. Two people who share none are never compared. The e-mail has its own column.
 */
export function clesDeRapprochement(personne: Rapprochable): readonly string[] {
  const noms = [...new Set([personne.nom, personne.nomDeNaissance].map(phonetiser))].filter(
    (son) => son !== '',
  )
  const prenom = phonetiserLePrenom(personne.prenom)
  const adresse = cleDeLAdresse(personne)
  const telephone = cleDuTelephone(personne.telephone)
  return [
    ...noms.map((son) => cleDuSon(son, prenom)),
    ...noms.flatMap((son) => (personne.neeLe === null ? [] : [`D${personne.neeLe} ${son}`])),
    ...siConnue(`A${adresse} ${prenom}`, adresse),
    ...siConnue(`T${telephone}`, telephone),
    // born the same day under the same first name: someone who took another name
    ...(personne.neeLe === null ? [] : siConnue(`P${personne.neeLe} ${prenom}`, prenom)),
  ]
}

const cleDuSon = (nom: string, prenom: string): string => `S${nom} ${prenom}`

const ORDRES_ESSAYES = 4
const LONGUEUR_MINIMALE = 2

/**
 * Beginnings of name keys that a typed text may stand for: « jean martin » is sought as it is and as « martin jean ». Empty
 * when there is too little to look for.
 */
export function debutsDeNom(saisi: string): readonly string[] {
  const cle = searchKey(saisi)
  if (cle.length < LONGUEUR_MINIMALE) return []
  const mots = cle.split(' ').slice(0, 12)
  const rangs = mots.slice(0, ORDRES_ESSAYES).map((_, rang) => rang)
  const ordres = rangs.map((rang) => [...mots.slice(rang), ...mots.slice(0, rang)].join(' '))
  return [...new Set(ordres)]
}

const LONGUEUR_QUI_SONNE = 4

/**
 * Beginnings of sound keys that a typed text may stand for, name first or first name first: « Zoé Lefebvre » finds « Lefèvre
 * Zoé ». A beginning of a word does not sound like the word: nothing below four letters.
 */
export function debutsDeSon(saisi: string): readonly string[] {
  const mots = saisi
    .normalize('NFC')
    .split(/\s+/)
    .filter((mot) => searchKey(mot) !== '')
    .slice(0, ORDRES_ESSAYES)
  if (searchKey(saisi).length < LONGUEUR_QUI_SONNE) return []
  const [premier = ''] = mots
  const son = phonetiser(mots.join(''))
  const seul = `S${son} `
  if (mots.length < 2) return son === '' ? [] : [seul]
  const dernier = mots.at(-1) ?? ''
  return [
    ...new Set([
      cleDuSon(phonetiser(mots.slice(1).join('')), phonetiserLePrenom(premier)),
      cleDuSon(phonetiser(mots.slice(0, -1).join('')), phonetiserLePrenom(dernier)),
      seul,
    ]),
  ]
}
