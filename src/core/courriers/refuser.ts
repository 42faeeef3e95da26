import { AppError } from '#platform/errors.ts'
import { REFUS_DES_COURRIERS, type RefusDeCourrier } from './domain/labels.ts'

/** Turns a refusal of the domain into the error the transport words; beside a field when it is about one. */
export function refuserSi(refus: RefusDeCourrier, champ?: string): never
export function refuserSi(refus: RefusDeCourrier | null, champ?: string): void
export function refuserSi(refus: RefusDeCourrier | null, champ?: string): void {
  if (refus === null) return
  const message = REFUS_DES_COURRIERS[refus]
  if (champ !== undefined) throw new AppError('invalid', { champs: { [champ]: message } })
  throw new AppError('refused', { refus, message })
}
