import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { identifiantCanonique } from './domain/identifiant.ts'
import { champsAPreciser } from './domain/refus.ts'
import { type ConnaitreLesServices, exigerServices } from './exiger-services.ts'
import { hacherMotDePasse } from './mot-de-passe.ts'
import { insererAgent } from './store.ts'

type Op = typeof contract.creerAgent

/** Opens an account; its first password is the administrator's, so it must be changed at the first sign-in. */
export function creerAgent(besoins: ConnaitreLesServices) {
  return async (ctx: ContexteLibre, input: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { etablissementId } = agentDe(ctx)
    const { motDePasse, identifiant, ...saisie } = input
    const champs = champsAPreciser(saisie)
    if (champs !== null) throw new AppError('invalid', { champs })
    const id = uuidv7(ctx.now.getTime())
    const agent = {
      ...saisie,
      ...{ id, etablissementId, creeA: ctx.now, doitChangerMotDePasse: true },
      identifiant: identifiantCanonique(identifiant),
      motDePasse: await hacherMotDePasse(motDePasse),
    }
    ctx.about({ objectId: id, details: { role: saisie.role } })
    await ctx.write(async (tx) => {
      const services = await exigerServices(besoins, tx, saisie.services)
      if (await insererAgent(tx, { ...agent, services })) return
      throw new AppError('invalid', {
        champs: { identifiant: 'Cet identifiant est déjà pris. Choisissez-en un autre.' },
      })
    })
    return { id }
  }
}
