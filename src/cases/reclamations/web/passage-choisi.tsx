import type { Passage } from '../domain/griefs.ts'

/** A passage with its very words, as the server checks them. */
export interface PassageChoisi extends Passage {
  readonly citation: string
}

const LONGUEUR_MONTREE = 240

/** The beginning and the end of a long quotation, in whole words. */
export function abreger(citation: string, longueur: number = LONGUEUR_MONTREE): string {
  const unie = citation.replace(/\s+/g, ' ').trim()
  if (unie.length <= longueur) return unie
  const moitie = Math.floor((longueur - 5) / 2)
  const avant = unie.slice(0, moitie).replace(/\s\S*$/, '')
  const apres = unie.slice(-moitie).replace(/^\S*\s/, '')
  return `${avant} […] ${apres}`.toWellFormed()
}
