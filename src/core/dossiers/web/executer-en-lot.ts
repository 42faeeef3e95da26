import { callOperation } from '#platform/web/client.ts'
import { toProblem } from '#platform/web/problem-error.ts'
import type { LigneDeDossier } from '../contract.ts'

/** `refuse`: nothing was done. `a-reprendre`: something was, and the rest is for someone to do from the dossier. */
export interface EchecDeLot {
  readonly etat: 'refuse' | 'a-reprendre'
  /** sentences */
  readonly raisons: readonly string[]
}

/** What became of one dossier: `echec` is null when all was done. */
export interface IssueDeLot {
  readonly dossier: LigneDeDossier
  readonly echec: EchecDeLot | null
}

/** What is done to one dossier. Each of its calls goes through `appeler`, which waits when the server asks to slow down. */
export type GesteDeLot = (
  dossier: LigneDeDossier,
  appeler: typeof callOperation,
) => Promise<EchecDeLot | null>

/** Dossiers at a time, and how long to wait when the server asks to slow down. */
const DE_FRONT = 3
const ATTENTE_MS = 1000
const ESSAIS = 5

/** Makes one call again when the server asks to slow down: it has done nothing then. Throws what else it says. */
export async function patienter<T>(
  appel: () => Promise<T>,
  attenteMs = ATTENTE_MS,
  reste = ESSAIS,
): Promise<T> {
  try {
    return await appel()
  } catch (error) {
    if (toProblem(error).code !== 'too-many' || reste === 0) throw error
    await new Promise((suite) => setTimeout(suite, attenteMs))
    return patienter(appel, attenteMs, reste - 1)
  }
}

const appeler: typeof callOperation = (...appel) => patienter(() => callOperation(...appel))

/** What a failed call says: beside its field, or of the whole. */
export function phraseDeLEchec(error: unknown): string {
  const { champs, message } = toProblem(error)
  return Object.values(champs)[0] ?? message
}

/**
 * Does the same thing to each dossier, in calls of its own: each keeps its version, its right and its trace, and one that
 * is refused stops none of the others. Results in the order given.
 */
export async function executerEnLot(
  dossiers: readonly LigneDeDossier[],
  un: GesteDeLot,
  avancer: (faits: number) => void = () => undefined,
): Promise<readonly IssueDeLot[]> {
  const issues: IssueDeLot[] = []
  const file = [...dossiers.entries()]
  let faits = 0
  const tenter = async (dossier: LigneDeDossier): Promise<EchecDeLot | null> => {
    try {
      return await un(dossier, appeler)
    } catch (error) {
      return { etat: 'refuse', raisons: [phraseDeLEchec(error)] }
    }
  }
  const ouvrier = async (): Promise<void> => {
    for (let suivant = file.shift(); suivant !== undefined; suivant = file.shift()) {
      const [rang, dossier] = suivant
      issues[rang] = { dossier, echec: await tenter(dossier) }
      faits += 1
      avancer(faits)
    }
  }
  await Promise.all(Array.from({ length: DE_FRONT }, ouvrier))
  return issues
}
