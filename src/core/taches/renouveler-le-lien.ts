import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesTaches } from './dependances.ts'
import { refusSiFinie } from './domain/rules.ts'
import { lienAMontrer } from './lien-fait.ts'
import { ouvrirLien } from './ouvrir-lien.ts'
import { refuserSi } from './refuser.ts'
import { changerTache, verrouillerTache } from './store.ts'
import { revoquerLiens } from './store-liens.ts'

type Op = typeof contract.renouvelerLeLien

/** Closes every link of a request, lost or sent to the wrong person, and opens one, shown once. The draft stays. */
export const renouvelerLeLien =
  ({ courriel }: Pick<DependancesDesTaches, 'courriel'>) =>
  async (ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const tache = await verrouillerTache(ctx.tx, id, version)
    ctx.about({ dossierId: tache.dossierId, objectId: id })
    refuserSi(refusSiFinie(tache.etat))
    await revoquerLiens(ctx.tx, id, ctx.now)
    const jour = aujourdHui(ctx)
    const ouvert = await ouvrirLien(ctx, tache, jour)
    return {
      version: await changerTache(ctx.tx, id, {}),
      lien: await lienAMontrer(ctx.tx, ctx.request, { tache, lien: ouvert, jour }),
      courrielIndisponible: courriel.unavailable,
    }
  }
