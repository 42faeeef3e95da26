import { AppError } from '#platform/errors.ts'
import { REFUS } from './labels.ts'
import type { RefusDeReclamation } from './rules.ts'

/** Turns a refusal of the domain into the error the transport words; beside a field when it is about one. */
export function refuserSi(refus: RefusDeReclamation, champ?: string): never
export function refuserSi(refus: RefusDeReclamation | null, champ?: string): void
export function refuserSi(refus: RefusDeReclamation | null, champ?: string): void {
  if (refus === null) return
  const message = refus.phrase ?? REFUS[refus.code]
  if (champ !== undefined) throw new AppError('invalid', { champs: { [champ]: message } })
  throw new AppError('refused', { refus: refus.code, message })
}
