import { toProblem } from '#platform/web/problem-error.ts'
import type { LigneDeDossier } from '../contract.ts'

/** What became of one dossier: null when done, or why not. */
export interface IssueDeLot {
  readonly dossier: LigneDeDossier
  readonly refus: string | null
}

/** Calls at a time, and how long to wait when the server asks to slow down. */
const DE_FRONT = 3
const ATTENTE_MS = 1000
const ESSAIS = 5

async function essayer(travail: () => Promise<string | null>, reste = ESSAIS): Promise<string | null> {
  try {
    return await travail()
  } catch (error) {
    const probleme = toProblem(error)
    if (probleme.code !== 'too-many' || reste === 0)
      return Object.values(probleme.champs)[0] ?? probleme.message
    await new Promise((suite) => setTimeout(suite, ATTENTE_MS))
    return essayer(travail, reste - 1)
  }
}

/**
 * Does the same thing to each dossier, in a call of its own: each keeps its version, its right and its trace, and one that
 * is refused stops none of the others. Results in the order given.
 */
export async function executerEnLot(
  dossiers: readonly LigneDeDossier[],
  un: (dossier: LigneDeDossier) => Promise<string | null>,
  avancer: (faits: number) => void = () => undefined,
): Promise<readonly IssueDeLot[]> {
  const issues: IssueDeLot[] = []
  const file = [...dossiers.entries()]
  let faits = 0
  const ouvrier = async (): Promise<void> => {
    for (let suivant = file.shift(); suivant !== undefined; suivant = file.shift()) {
      const [rang, dossier] = suivant
      issues[rang] = { dossier, refus: await essayer(() => un(dossier)) }
      faits += 1
      avancer(faits)
    }
  }
  await Promise.all(Array.from({ length: DE_FRONT }, ouvrier))
  return issues
}
