const LONGUEUR = 80

/** The subject of a praise: its first words, cut at a word. Nobody has ten seconds to invent one. */
export function objetDe(texte: string): string {
  const ligne = texte.trim().replace(/\s+/g, ' ')
  if (ligne.length <= LONGUEUR) return ligne === '' ? 'Éloge' : ligne
  const coupe = ligne.slice(0, LONGUEUR)
  const fin = coupe.lastIndexOf(' ')
  return `${(fin > LONGUEUR / 2 ? coupe.slice(0, fin) : coupe).toWellFormed().trimEnd()}…`
}
