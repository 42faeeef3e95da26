import { REGLES } from '#core/echeances/domain/regles/registre.ts'
import type { TypeDeDossier } from './definition.ts'

const INCONNU = 'auteur-inconnu'
const CONNU = 'auteur-connu'

/** Whether something a type owes depends on knowing its author: its rules say so. */
export const attendUnAuteur = (type: TypeDeDossier): boolean =>
  REGLES.some((r) => type.regles.includes(r.code) && r.sansObjetPar.some(({ fait }) => fait === INCONNU))

/** The fact to record about the author, given the last one recorded: null when nothing changed. Facts in legal order. */
export function faitSurLAuteur(
  type: TypeDeDossier,
  faits: readonly { readonly code: string }[],
  aUnAuteur: boolean,
): typeof INCONNU | typeof CONNU | null {
  if (!attendUnAuteur(type)) return null
  const dernier = faits.findLast(({ code }) => code === INCONNU || code === CONNU)
  const etaitInconnu = dernier?.code === INCONNU
  if (aUnAuteur) return etaitInconnu ? CONNU : null
  return etaitInconnu ? null : INCONNU
}
