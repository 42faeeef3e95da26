/** What lists show of an author. */
export const nomAffiche = (p: { readonly prenom: string; readonly nom: string }): string =>
  `${p.prenom} ${p.nom}`.trim()
