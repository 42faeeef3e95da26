import type { JourCivil } from './jour-civil.ts'

/**
 * What may start, stop or fulfil a deadline. Modules map what happens in their dossiers to these codes;
 * a fact with another code is simply of no consequence here.
 */
export const CODES_DE_FAIT = [
  'reception-electronique',
  'reception-papier',
  'consignation-orale',
  'accuse-enregistrement-envoye',
  'accuse-reception-electronique-envoye',
  'accuse-reception-papier-envoye',
  'copie-remise',
  'reponse-envoyee',
  'saisine-mediateur-notifiee',
  'demande-abusive',
  'demande-transmise',
  'reclamation-retiree',
  'reclamation-rouverte',
  'reclamation-orientee',
  'reclamation-en-double',
  'auteur-introuvable',
  'transmission-preparee',
  'transmission-envoyee',
  'transmission-abandonnee',
  'explications-demandees-par-l-ars',
  'explications-demandees-par-le-defenseur',
  'explications-envoyees',
  'auteur-inconnu',
  'auteur-connu',
] as const

export type CodeDeFait = (typeof CODES_DE_FAIT)[number]

/** What happened, as deadlines see it. `survenuLe` is the legal day, `survenuA` the ISO instant when known. */
export interface Fait {
  readonly id: string
  readonly code: string
  readonly survenuLe: JourCivil
  readonly survenuA?: string
  /** id of the fact this one corrects, and replaces */
  readonly rectifie?: string
  /** with `rectifie`: the corrected fact never happened, nothing replaces it */
  readonly annule?: boolean
  /** id of the triggering fact this one answers; without it, it answers every trigger of that day or before */
  readonly concerne?: string
  /** last day someone set: to produce missing papers (a suspension ends with it at the latest), or to us (`JOUR_FIXE`) */
  readonly jusquAu?: JourCivil
}

/** Facts that stand once rectifications are applied, and what became of any id. */
export interface FaitsEnVigueur {
  readonly faits: readonly Fait[]
  /** the id that stands in for a given one, itself when it was never rectified */
  readonly idEnVigueur: (id: string) => string
  /** place of a fact among those given, its own or that of the first one it corrects: order within a day */
  readonly rangDe: (fait: Fait) => number
}

/** Replaces each rectified fact by its rectification (the last recorded one), drops cancelled facts; order kept. */
export function appliquerRectifications(faits: readonly Fait[]): FaitsEnVigueur {
  const remplacants = new Map<string, string>()
  for (const { id, rectifie } of faits) if (rectifie !== undefined) remplacants.set(rectifie, id)
  const idEnVigueur = (id: string): string => {
    const vus = new Set<string>()
    let courant = id
    for (let suivant = remplacants.get(courant); suivant !== undefined; suivant = remplacants.get(courant)) {
      if (vus.has(courant)) throw new Error(`Facts rectify each other: ${id}`)
      vus.add(courant)
      courant = suivant
    }
    return courant
  }
  const enVigueur = faits.filter(
    (fait) =>
      fait.annule !== true &&
      idEnVigueur(fait.id) === fait.id &&
      (fait.rectifie === undefined || remplacants.get(fait.rectifie) === fait.id),
  )
  const places = new Map(faits.map((fait, rang) => [fait.id, { fait, rang }]))
  const rangDe = ({ id, rectifie }: Fait): number => {
    const corrige = rectifie === undefined ? undefined : places.get(rectifie)?.fait
    return corrige === undefined ? (places.get(id)?.rang ?? 0) : rangDe(corrige)
  }
  return { faits: enVigueur, idEnVigueur, rangDe }
}
