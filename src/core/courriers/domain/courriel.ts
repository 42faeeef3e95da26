import type { RefusDeCourrier } from './labels.ts'

/**
 * Of a whole message, as it travels. Hospitals' servers commonly refuse beyond 20 to 25 MB, after having taken it, or
 * without a word to who wrote.
 */
export const TAILLE_MAX_DU_COURRIEL = 20 * 1024 * 1024

/** What a file weighs in a message: 57 bytes make a line of 76 characters (base64, RFC 2045) and its end. */
export const tailleEnCourriel = (octets: number): number => Math.ceil(octets / 57) * 78

/** Why these files cannot leave in one message, or null. `tailles`: in bytes, as they are kept. */
export function refusDePoids(tailles: readonly number[]): RefusDeCourrier | null {
  const total = tailles.reduce((somme, taille) => somme + tailleEnCourriel(taille), 0)
  return total > TAILLE_MAX_DU_COURRIEL ? 'courriel-trop-lourd' : null
}
