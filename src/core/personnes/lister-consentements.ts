import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { type ConsentementVu, type contract, OBJETS_DE_CONSENTEMENT } from './contract.ts'
import { listerConsentementsEnBase, situerPersonne } from './store-consentements.ts'

type Op = typeof contract.listerConsentements

/** What a person agreed to, last first, withdrawn ones included. `not-found` outside the perimeter. */
export async function listerConsentements(ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> {
  const { estConnue } = await situerPersonne(ctx.tx, id, null)
  if (!estConnue) throw new AppError('not-found')
  ctx.about({ objectId: id })
  return { consentements: await lireConsentements(ctx.tx, id) }
}

/** The same, of someone known to be seen. One statement. */
export async function lireConsentements(tx: Tx, id: string): Promise<ConsentementVu[]> {
  const lignes = await listerConsentementsEnBase(tx, id)
  return lignes.flatMap(({ objet: code, forme, ...ligne }) => {
    const objet = OBJETS_DE_CONSENTEMENT.find((o) => o === code)
    return objet === undefined
      ? []
      : [{ ...ligne, objet, forme: forme === 'ecrit' ? 'ecrit' : 'oral-consigne' }]
  })
}
