import { searchKey } from '#platform/keys.ts'
import { cleDeLAdresse, cleDuCourriel, cleDuTelephone, type Rapprochable } from './cles.ts'
import { phonetiser, phonetiserLePrenom } from './phonetique.ts'

/** What two records have in common, or contradict. */
export type Indice = 'ins' | 'nom' | 'nom-de-naissance' | 'naissance' | 'courriel' | 'telephone' | 'adresse'
export type Contradiction = 'naissance' | 'prenom' | 'nom'

/**
 * How far two records go together. `homonyme`: nothing but the name, which two strangers may share. None of them merges anything:
 * an agent does.
 */
export const NIVEAUX = ['certain', 'probable', 'possible', 'homonyme'] as const
export type Niveau = (typeof NIVEAUX)[number]

export interface Rapprochement {
  readonly niveau: Niveau
  readonly indices: readonly Indice[]
  readonly contradictions: readonly Contradiction[]
}

export interface Comparable extends Rapprochable {
  readonly courriel: string
  /** the INS or NIR with its key, null when it is not recorded */
  readonly matricule: string | null
}

const memes = (a: string, b: string): boolean => a !== '' && a === b

/** The name, or the one at birth, sounds the same on both sides, one against the other included. */
function indicesDuNom(a: Comparable, b: Comparable): readonly Indice[] {
  const [nomA, nomB] = [phonetiser(a.nom), phonetiser(b.nom)]
  if (memes(nomA, nomB)) return ['nom']
  const [neeA, neeB] = [phonetiser(a.nomDeNaissance), phonetiser(b.nomDeNaissance)]
  return memes(neeA, neeB) || memes(neeA, nomB) || memes(nomA, neeB) ? ['nom-de-naissance'] : []
}

/** Two first names go together when one is the other, its beginning, its initial, or unknown. */
export function prenomsCompatibles(a: string, b: string): boolean {
  const [cleA, cleB] = [searchKey(a), searchKey(b)]
  if (cleA === '' || cleB === '' || cleA === cleB) return true
  const [motsA, motsB] = [cleA.split(' '), cleB.split(' ')]
  const [premierA = '', premierB = ''] = [motsA[0], motsB[0]]
  if (premierA.length === 1 || premierB.length === 1) return premierA.charAt(0) === premierB.charAt(0)
  if (motsA.length > 1 && motsB.length > 1) return phonetiser(a) === phonetiser(b)
  return phonetiserLePrenom(a) === phonetiserLePrenom(b)
}

function indicesForts(a: Comparable, b: Comparable): readonly Indice[] {
  const communs = [
    ['naissance', a.neeLe ?? '', b.neeLe ?? ''],
    ['courriel', cleDuCourriel(a.courriel), cleDuCourriel(b.courriel)],
    ['telephone', cleDuTelephone(a.telephone), cleDuTelephone(b.telephone)],
    ['adresse', cleDeLAdresse(a), cleDeLAdresse(b)],
  ] as const
  return communs.filter(([, x, y]) => memes(x, y)).map(([indice]) => indice)
}

/** A mailbox, a line or a home may be a couple's: alone, they make nobody the same. */
const PARTAGES: ReadonlySet<Indice> = new Set(['courriel', 'telephone', 'adresse'])

function niveauDe(indices: readonly Indice[], contradictions: readonly Contradiction[]): Niveau | null {
  const forts = indices.filter((indice) => indice !== 'nom' && indice !== 'nom-de-naissance')
  const nomCommun = forts.length < indices.length
  if (contradictions.includes('prenom')) return null
  if (!nomCommun) {
    // another name, as after a marriage: a birth day and something shared, or it is a household
    const naissance = forts.includes('naissance')
    return naissance && forts.some((indice) => PARTAGES.has(indice)) ? 'possible' : null
  }
  if (contradictions.includes('naissance')) return forts.length > 0 ? 'possible' : null
  return forts.length > 0 ? 'probable' : 'homonyme'
}

/**
 * What brings two records together, or null when they are two people as far as one can tell. The same matricule is the only
 * certainty, two different ones the only proof of the contrary. @source usage: RNIV, traits d’identité
 */
export function rapprocher(a: Comparable, b: Comparable): Rapprochement | null {
  const memeMatricule = a.matricule !== null && a.matricule === b.matricule
  if (!memeMatricule && a.matricule !== null && b.matricule !== null) return null
  const indices: readonly Indice[] = [
    ...(memeMatricule ? (['ins'] as const) : []),
    ...indicesDuNom(a, b),
    ...indicesForts(a, b),
  ]
  const contradictions: readonly Contradiction[] = [
    ...(a.neeLe !== null && b.neeLe !== null && a.neeLe !== b.neeLe ? (['naissance'] as const) : []),
    ...(prenomsCompatibles(a.prenom, b.prenom) ? [] : (['prenom'] as const)),
    ...(indicesDuNom(a, b).length > 0 ? [] : (['nom'] as const)),
  ]
  if (memeMatricule) return { niveau: 'certain', indices, contradictions }
  const niveau = niveauDe(indices, contradictions)
  return niveau === null ? null : { niveau, indices, contradictions }
}

/** The surest first, then what has the most in common. */
export const comparerLesRapprochements = (a: Rapprochement, b: Rapprochement): number =>
  NIVEAUX.indexOf(a.niveau) - NIVEAUX.indexOf(b.niveau) || b.indices.length - a.indices.length
