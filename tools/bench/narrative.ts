import { creerHasard } from '#app/demo/hasard.ts'
import { searchKey } from '#platform/keys.ts'
import { FIRST_NAMES, NAMES, RARE_WORDS, rareWord, WORDS, wordOf } from './vocabulary.ts'

const WORDS_PER_NARRATIVE = 80
const LAST_RANK = WORDS.length + RARE_WORDS
const FAMILIAR_NAMES = 0.7
const RARE_NAMES = 30_000

/** What TypeScript makes of one dossier; the rest is SQL. */
export interface Text {
  readonly narrative: string
  readonly firstName: string
  readonly lastName: string
  /** the keys the application would have computed */
  readonly firstKey: string
  readonly lastKey: string
  readonly narrativeKey: string
}

/** Writes fictional letters, always the same for the same seed. */
export function createWriter(seed: number): () => Text {
  const { entier, chance, parmi } = creerHasard(seed)
  const uniform = (): number => entier(0, 1_000_000) / 1_000_001
  const draw = (ranks: number): number => Math.floor(Math.exp(uniform() * Math.log(ranks))) - 1
  return () => {
    const words = Array.from({ length: WORDS_PER_NARRATIVE }, () => wordOf(draw(LAST_RANK)))
    const narrative = `${words.join(' ')}.`
    const firstName = parmi(FIRST_NAMES)
    const lastName = chance(FAMILIAR_NAMES) ? parmi(NAMES) : capitalised(rareWord(draw(RARE_NAMES)))
    return {
      narrative,
      firstName,
      lastName,
      firstKey: searchKey(firstName),
      lastKey: searchKey(lastName),
      narrativeKey: searchKey(narrative),
    }
  }
}

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
