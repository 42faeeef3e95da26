import { z } from 'zod'
import { LIEUX } from './domain/partie.ts'

/** A passage of a dossier that holds words searched. */
export const passageTrouve = z.object({
  lieu: z.enum(LIEUX),
  /** which one: the name of a file, of a service; empty when there is one only */
  precision: z.string(),
  fragments: z.array(z.object({ texte: z.string(), estTrouve: z.boolean() })),
})
export type PassageTrouve = z.output<typeof passageTrouve>

/** What a search adds to a page of dossiers; empty when nothing was searched. */
export const trouvailles = {
  /** keys of the words to highlight in the subjects and authors of the page */
  surlignes: z.array(z.string()),
  /** by dossier */
  passages: z.record(z.uuid(), z.array(passageTrouve)),
}
