import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { cleDuCourriel } from './domain/cles.ts'
import { trouverPersonnes, versPersonneTrouvee } from './trouver.ts'

type Op = typeof contract.chercher

const LIMITE = 10

/**
 * Suggestions while typing someone, wherever it is: two homonyms are two rows, told apart by birth and town; those who have
 * something more in common with what is typed come first, and say what. Two statements at most.
 */
export async function chercher(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { etablissementId } = agentDe(ctx)
  const recherche = {
    texte: entree.texte,
    courriel: cleDuCourriel(entree.courriel ?? ''),
    personne: entree.personne ?? null,
  }
  const trouvees = await trouverPersonnes(ctx.tx, etablissementId, recherche, LIMITE)
  return { personnes: trouvees.map(versPersonneTrouvee) }
}
