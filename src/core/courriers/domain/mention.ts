import type { Balise, Champs, Valeur } from './balise.ts'

/** What a letter must go on saying, from its merge to its sending. */
export interface MentionExigee {
  readonly nom: string
  readonly libelle: string
  /** what was merged */
  readonly valeur: string
  /** article of a text kept word for word, null for an ordinary field */
  readonly texteLegal: string | null
}

/**
 * A text as two people would compare it: case, kinds of spaces, of apostrophes, of hyphens and of quotation marks do not
 * count, for Word changes them as one types.
 */
export function normaliserTexte(texte: string): string {
  return (
    texte
      .toWellFormed()
      .normalize('NFKC')
      .toLowerCase()
      // what no page shows: control characters a document cannot hold, soft hyphens, marks of zero width
      .replace(/[^\P{Cc}\t\n\r]|[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
      .replace(/[‘’‛ʼ´`]/gu, "'")
      .replace(/[‐‑‒–—−]/gu, '-')
      .replace(/[«»“”„]/gu, '"')
      .replace(/\s+/gu, ' ')
      .replace(/ ?" ?/gu, '"')
      .replace(/ ([:;?!])/gu, '$1')
      .trim()
  )
}

const textesDe = (balise: Balise, valeur: Valeur | undefined): readonly string[] => {
  if (typeof valeur === 'string') return [valeur]
  if (typeof valeur !== 'object') return []
  return valeur.flatMap((champs) => balise.enfants.flatMap((enfant) => textesDe(enfant, champs[enfant.nom])))
}

/** The mentions of a letter: fields the law asks for, with what was merged in them; one left empty is none. */
export function mentionsExigees(balises: readonly Balise[], donnees: Champs): readonly MentionExigee[] {
  return balises
    .filter(({ exigee }) => exigee)
    .flatMap((balise) =>
      textesDe(balise, donnees[balise.nom])
        .filter((valeur) => normaliserTexte(valeur) !== '')
        .map((valeur) => ({
          nom: balise.nom,
          libelle: balise.libelle,
          valeur,
          texteLegal: balise.texteLegal,
        })),
    )
}

/** Those a text no longer says. `paragraphes`: what is read, in order; a mention may run over several. */
export function mentionsAbsentes(
  mentions: readonly MentionExigee[],
  paragraphes: readonly string[],
): readonly MentionExigee[] {
  const lu = normaliserTexte(paragraphes.join(' '))
  return mentions.filter(({ valeur }) => !lu.includes(normaliserTexte(valeur)))
}

const NUMERO = /\b[A-Z]{3}-\d{4}-\d{5,}\b/gu

/** The number of another dossier under « Nos références », or null. */
export function autreReference(paragraphes: readonly string[], numero: string): string | null {
  for (const ligne of paragraphes.flatMap((p) => p.split('\n'))) {
    if (!normaliserTexte(ligne).startsWith('nos références')) continue
    const autre = (ligne.match(NUMERO) ?? []).find((lu) => lu !== numero)
    if (autre !== undefined && !ligne.includes(numero)) return autre
  }
  return null
}
