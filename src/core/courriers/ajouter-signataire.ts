import { nomsDesAgents } from '#core/agents/index.ts'
import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { finDeLaRemplacee } from './domain/signataire.ts'
import { cloreSignataireEnBase, insererSignataire } from './store-vie.ts'

type Op = typeof contract.ajouterSignataire

/** Adds a delegation, and closes the one it replaces. `invalid` for an agent or a letter that does not exist here. */
export const ajouterSignataire =
  ({ modeles }: Pick<DependancesDesCourriers, 'modeles'>) =>
  async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId: moi, etablissementId } = agentDe(ctx)
    const { remplaceId, agentId, codes, nom, qualite, delegation, depuis, jusquAu } = entree
    // The foreign key does not know the perimeter: an agent of another establishment would pass it.
    if (agentId !== null && !(await nomsDesAgents(ctx.tx, [agentId])).has(agentId))
      throw new AppError('invalid', { champs: { agentId: 'Cet agent n’existe pas.' } })
    if (codes?.some((code) => modeles.trouver(code) === null) === true)
      throw new AppError('invalid', { champs: { codes: 'Un de ces courriers n’existe pas.' } })
    if (remplaceId !== null) {
      const closLe = finDeLaRemplacee(depuis, aujourdHui(ctx))
      const ferme = await cloreSignataireEnBase(ctx.tx, remplaceId, { closLe, closPar: moi })
      if (!ferme) throw new AppError('not-found')
    }
    const id = uuidv7(ctx.now.getTime())
    ctx.about({ objectId: id })
    await insererSignataire(ctx.tx, {
      id,
      etablissementId,
      agentId,
      nom: nom.trim(),
      qualite: qualite.trim(),
      delegation: delegation.trim(),
      depuis,
      jusquAu,
      codes,
      creeA: ctx.now,
      creePar: moi,
    })
    return { id }
  }
