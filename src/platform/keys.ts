/** Letters that Unicode decomposition leaves whole; without them « Cœur » and « coeur » would not meet. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** Accent-free, case-free, punctuation-free form of a text, words separated by one space: what search compares. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, (c) => LIGATURES[c] ?? c)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Key under which a list is sorted in C collation: the search key, then the exact text to make the order total. */
export function sortKey(text: string): string {
  return `${searchKey(text)}\u0001${text}`
}
