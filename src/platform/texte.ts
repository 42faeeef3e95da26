import { z } from 'zod'

const NUL = '\u0000'

/** Why a text cannot be stored byte for byte: PostgreSQL has no NUL, UTF-8 has no lone surrogate. Null when it can. */
export function textDefect(value: string): 'nul' | 'lone-surrogate' | null {
  if (value.includes(NUL)) return 'nul'
  return value.isWellFormed() ? null : 'lone-surrogate'
}

/** Removes what cannot be stored (imported mail only); `stripped` says whether anything was lost, so that a warning is shown. */
export function strippedText(value: string): { text: string; stripped: boolean } {
  const text = value.replaceAll(NUL, '').toWellFormed()
  return { text, stripped: text !== value }
}

/** The one text type of every form: kept byte for byte, only NUL and lone surrogates refused. `max` in UTF-16 units. */
export function texte(options: { min?: number; max?: number; requis?: string } = {}) {
  const { min = 0, max = 10_000, requis = 'Ce champ est à remplir.' } = options
  return z
    .string({ error: requis })
    .min(min, { error: requis })
    .max(max, { error: `Ce texte dépasse ${max.toLocaleString('fr-FR')} caractères.` })
    .refine((v) => textDefect(v) === null, {
      error:
        'Ce texte contient un caractère invisible qui ne peut pas être conservé (caractère nul ou moitié de caractère).',
    })
}

/** A single line that must say something: trimmed length checked, the text itself kept as typed. */
export function ligne(options: { max?: number; requis?: string } = {}) {
  const requis = options.requis ?? 'Ce champ est à remplir.'
  return texte({ ...options, min: 1, max: options.max ?? 500, requis }).refine((v) => v.trim() !== '', {
    error: requis,
  })
}
