import { AppError } from '#platform/errors.ts'
import { REFUS } from './labels.ts'
import type { RefusDeContact } from './rules.ts'

/** Turns a refusal of the domain into the error the transport words; beside a field when it is about one. */
export function refuserSi(refus: RefusDeContact | null, champ?: string): void {
  if (refus === null) return
  const message = REFUS[refus.code]
  if (champ !== undefined) throw new AppError('invalid', { champs: { [champ]: message } })
  throw new AppError('refused', { refus: refus.code, message })
}
