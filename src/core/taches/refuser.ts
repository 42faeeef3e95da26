import { AppError } from '#platform/errors.ts'
import { REFUS_DES_TACHES, type RefusDeTache } from './domain/rules.ts'

/** Throws `refused` with the sentence of a refusal; nothing when there is none. */
export function refuserSi(refus: RefusDeTache | null): void {
  if (refus !== null)
    throw new AppError('refused', { refus: refus.code, message: REFUS_DES_TACHES[refus.code] })
}

/** The same, beside a field of the form. */
export function refuserLeChamp(champ: string, refus: RefusDeTache | null): void {
  if (refus !== null) throw new AppError('invalid', { champs: { [champ]: REFUS_DES_TACHES[refus.code] } })
}
