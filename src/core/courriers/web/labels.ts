export const NATURE_DE_BALISE = {
  texte: 'texte',
  boucle: 'répétition',
  condition: 'condition',
} as const
