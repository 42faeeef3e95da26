/** The chrono number as it is spoken and typed: REC-2026-00042. `rang` starts at 1 each year. */
export function numeroDe(prefixe: string, annee: number, rang: number): string {
  return `${prefixe}-${annee}-${String(rang).padStart(5, '0')}`
}

/** A number as someone types it (spaces, lower case, no leading zero) in the form it is stored, or null. */
export function lireNumero(saisi: string): string | null {
  const lu = /^\s*([a-z]{3})[\s-]*(\d{4})[\s-]*0*(\d{1,9})\s*$/i.exec(saisi)
  const [, prefixe, annee, rang] = lu ?? []
  if (prefixe === undefined || annee === undefined || rang === undefined) return null
  return numeroDe(prefixe.toUpperCase(), Number(annee), Number(rang))
}

const CITES_MAX = 20

/** Numbers written in full in a text (REC-2026-00042), in the form they are stored, each once. */
export function numerosCites(texte: string): string[] {
  const lus = (texte.match(/\b[a-z]{3}-\d{4}-\d{1,9}\b/giu) ?? []).slice(0, 200)
  return [...new Set(lus.map(lireNumero).filter((numero) => numero !== null))].slice(0, CITES_MAX)
}
