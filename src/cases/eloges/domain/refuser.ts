import type { Refus } from '#core/dossiers/domain/definition.ts'
import { AppError } from '#platform/errors.ts'
import { REFUS } from './labels.ts'

/** The sentence of a refusal. */
export function phraseDuRefus({ code }: Refus): string {
  const phrases: Readonly<Record<string, string>> = REFUS
  return phrases[code] ?? code
}

/** A refusal as screens receive it. */
export const refusVu = (refus: Refus | null): { code: string; message: string } | null =>
  refus === null ? null : { code: refus.code, message: phraseDuRefus(refus) }

/** Throws `refused` with its sentence, or `invalid` beside a field; nothing when there is no refusal. */
export function refuserSi(refus: Refus | null, champ?: string): void {
  if (refus === null) return
  const message = phraseDuRefus(refus)
  if (champ !== undefined) throw new AppError('invalid', { champs: { [champ]: message } })
  throw new AppError('refused', { refus: refus.code, message })
}
