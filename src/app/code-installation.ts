import { randomInt, timingSafeEqual } from 'node:crypto'

/** Letters and digits that nobody confuses when copying them from a terminal. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const GROUPES = 3
const TAILLE = 4

/** The one-time code that proves the first visitor can read this machine's terminal. Lives in memory only. */
export interface CodeInstallation {
  readonly texte: string
  verifier(saisi: string): boolean
  consommer(): void
}

const nettoyer = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

export function creerCodeInstallation(): CodeInstallation {
  const groupe = (): string =>
    Array.from({ length: TAILLE }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const texte = Array.from({ length: GROUPES }, groupe).join('-')
  let consomme = false
  return {
    texte,
    verifier(saisi) {
      const attendu = Buffer.from(nettoyer(texte))
      const recu = Buffer.from(nettoyer(saisi))
      return !consomme && recu.length === attendu.length && timingSafeEqual(recu, attendu)
    },
    consommer() {
      consomme = true
    },
  }
}
