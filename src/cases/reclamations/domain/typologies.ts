import { type MotifAffiche, motifAffiche, type Typologie, trouverMotif } from './motifs.ts'
import { TYPOLOGIE_2026_1 } from './typologie-2026-1.ts'

/** Every version of the list, oldest first; a new one is a file of its own and a line here. */
export const TYPOLOGIES: readonly Typologie[] = [TYPOLOGIE_2026_1]

/** The version griefs are coded with today. */
export const TYPOLOGIE_COURANTE: Typologie = TYPOLOGIES.at(-1) ?? TYPOLOGIE_2026_1

/** How a grief's motif is shown, in the version it was coded with. */
export const libelleDuMotif = (code: string, typologie: string): MotifAffiche =>
  motifAffiche(TYPOLOGIES, code, typologie)

/** True for a motif one may code with today. */
export const estMotifCourant = (code: string): boolean =>
  trouverMotif(TYPOLOGIES, code, TYPOLOGIE_COURANTE.code) !== null
