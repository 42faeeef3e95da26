import type { DocxReview } from '#platform/documents/index.ts'
import type { DefautDeLettre } from './contract.ts'
import { AUTRE_COURRIER, phraseDAutreDossier, phraseDeMentionAbsente } from './domain/labels.ts'
import { autreReference, type MentionExigee, mentionsAbsentes } from './domain/mention.ts'
import { lireIdentite } from './identite.ts'

/** The letter a file must be. */
export interface LettreAttendue {
  readonly courrierId: string
  readonly numero: string
  readonly mentionsExigees: readonly MentionExigee[]
}

export interface LettreVerifiee {
  readonly defauts: readonly DefautDeLettre[]
  /** nothing invisible says which letter this is */
  readonly estSansIdentite: boolean
}

/** Everything that keeps a file edited in Word from being the next version of a letter, each with its place. */
export function verifierLettre(lue: DocxReview, attendue: LettreAttendue): LettreVerifiee {
  const identite = lireIdentite(lue.properties)
  const etrangere = lettreEtrangere(lue, identite, attendue)
  // Of another dossier, the rest would only be noise.
  if (etrangere !== null) return { defauts: [etrangere], estSansIdentite: identite === null }
  const restes = lue.defects.map(({ code, place, message }) => ({ code, endroit: place, message }))
  const absentes = mentionsAbsentes(attendue.mentionsExigees, lue.paragraphs).map((mention) => ({
    code: 'mention-absente',
    endroit: '',
    message: phraseDeMentionAbsente(mention),
  }))
  return { defauts: [...restes, ...absentes], estSansIdentite: identite === null }
}

function lettreEtrangere(
  lue: DocxReview,
  identite: ReturnType<typeof lireIdentite>,
  { courrierId, numero }: LettreAttendue,
): DefautDeLettre | null {
  const autre =
    identite !== null && identite.numero !== '' && identite.numero !== numero
      ? identite.numero
      : autreReference(lue.paragraphs, numero)
  if (autre !== null) return { code: 'autre-dossier', endroit: '', message: phraseDAutreDossier(autre) }
  if (identite === null || identite.courrierId === courrierId) return null
  return { code: 'autre-courrier', endroit: '', message: AUTRE_COURRIER }
}
