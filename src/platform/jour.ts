import { z } from 'zod'

/** Before this, a year is a slip of the keyboard (0206 for 2026); PostgreSQL has no year zero. */
const PREMIER_JOUR = '1880-01-01'

/** The one day type of every form: YYYY-MM-DD, a day that exists, in a plausible year. */
export function jour(requis = 'Cette date n’existe pas.') {
  return z.iso
    .date({ error: requis })
    .refine((v) => v >= PREMIER_JOUR, { error: 'Cette date est trop ancienne : vérifiez l’année.' })
}
