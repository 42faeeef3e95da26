import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { type contract, OBJETS_DE_CONSENTEMENT } from './contract.ts'
import { listerConsentementsEnBase, situerPersonne } from './store-consentements.ts'

type Op = typeof contract.listerConsentements

/** What a person agreed to, last first, withdrawn ones included. `not-found` outside the perimeter. */
export async function listerConsentements(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const { estConnue } = await situerPersonne(ctx.tx, id, null)
  if (!estConnue) throw new AppError('not-found')
  ctx.about({ objectId: id })
  const lignes = await listerConsentementsEnBase(ctx.tx, id)
  return {
    consentements: lignes.flatMap(({ objet: code, forme, ...ligne }) => {
      const objet = OBJETS_DE_CONSENTEMENT.find((o) => o === code)
      return objet === undefined
        ? []
        : [{ ...ligne, objet, forme: forme === 'ecrit' ? 'ecrit' : 'oral-consigne' }]
    }),
  }
}
