import type { CANAUX_DE_COURRIER } from '../contract.ts'

export const CANAL_DE_COURRIER = {
  papier: 'par la poste',
  electronique: 'par courriel',
} as const satisfies Record<(typeof CANAUX_DE_COURRIER)[number], string>

export const NATURE_DE_BALISE = {
  texte: 'texte',
  boucle: 'répétition',
  condition: 'condition',
} as const
