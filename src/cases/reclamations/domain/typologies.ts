import { type MotifAffiche, motifAffiche, type Typologie, trouverMotif } from './motifs.ts'
import { TYPOLOGIE_2026_1 } from './typologie-2026-1.ts'

/** Every version of the list, oldest first; a new one is a file of its own and a line here. */
export const TYPOLOGIES: readonly Typologie[] = [TYPOLOGIE_2026_1]

/** The version griefs are coded with today. */
export const TYPOLOGIE_COURANTE: Typologie = TYPOLOGIES.at(-1) ?? TYPOLOGIE_2026_1

/** How a grief's motif is shown, in the version it was coded with. */
export const libelleDuMotif = (code: string, typologie: string): MotifAffiche =>
  motifAffiche(TYPOLOGIES, code, typologie)

/** A grief is coded with today's list; one that keeps its motif keeps the version it was coded with. */
export function refusDeMotif(
  motif: string,
  actuel: string | null,
): { readonly code: 'motif-inconnu' } | null {
  const connu = motif === actuel || trouverMotif(TYPOLOGIES, motif, TYPOLOGIE_COURANTE.code) !== null
  return connu ? null : { code: 'motif-inconnu' }
}
