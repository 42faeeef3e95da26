/** The list with one item a rank up (-1) or down (1); the same when it is at the end. */
export function deplacer<T>(liste: readonly T[], rang: number, de: -1 | 1): readonly T[] {
  const [ici, la] = [liste[rang], liste[rang + de]]
  if (ici === undefined || la === undefined) return liste
  return liste.map((x, i) => (i === rang ? la : i === rang + de ? ici : x))
}
