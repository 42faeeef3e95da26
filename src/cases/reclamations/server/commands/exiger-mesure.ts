import { type MesureSaisie, refusDeMesure } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'

/** Throws `invalid` beside what is missing: who owes the measure, or the day on screen. */
export function exigerMesure(mesure: MesureSaisie, aujourdHui: string): void {
  const refus = refusDeMesure(mesure, aujourdHui)
  if (refus === null) return
  const jour = mesure.nature === 'prise' ? 'faiteLe' : 'pourLe'
  refuserSi(refus, refus.code === 'mesure-sans-responsable' ? 'responsable' : jour)
}
