/** What a letter needs of the person it goes to. */
export interface PersonneAJoindre {
  readonly prenom: string
  readonly nom: string
  readonly courriel: string
  readonly voie: string
  readonly lieuDit: string
  readonly commune: string
  readonly lignesPostales: readonly string[]
}

/** Lines of the recipient for a channel, or null when the person cannot be reached that way. */
export function destinataireDe(
  p: PersonneAJoindre,
  canal: 'papier' | 'electronique',
): readonly string[] | null {
  if (canal === 'electronique') return p.courriel === '' ? null : [`${p.prenom} ${p.nom}`.trim(), p.courriel]
  const distribuable = p.commune.trim() !== '' && (p.voie.trim() !== '' || p.lieuDit.trim() !== '')
  return distribuable ? p.lignesPostales : null
}
