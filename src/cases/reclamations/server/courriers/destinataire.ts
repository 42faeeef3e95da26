import type { Participant } from '#core/personnes/index.ts'
import { AppError } from '#platform/errors.ts'

/** The only author, or the one chosen: a letter never guesses between two people. */
export function auteurAJoindre(
  personnes: readonly Participant[],
  choisi: string | null,
): Participant | undefined {
  const auteurs = personnes.filter((p) => p.role === 'auteur')
  if (auteurs.length < 2) return auteurs[0]
  const destinataire = auteurs.find((p) => p.id === choisi)
  if (destinataire !== undefined) return destinataire
  throw new AppError('invalid', {
    champs: { destinataireId: 'Ce dossier a plusieurs auteurs : choisissez à qui la lettre s’adresse.' },
  })
}
