import type { Contexte } from '#core/journal/index.ts'
import { listerPiecesDesTaches } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { lireBrouillon } from '../brouillon.ts'
import { refusDEnvoyer } from '../domain/rules.ts'
import { type Ecart, pageDeRelecture } from '../html/page-de-relecture.ts'
import { type DemandeDuLien, lireDemandeDuLien } from './porteur.ts'

const CONFLIT = 409

/** The draft as it would leave. `ecart`: what changed since it was last read over, said above it. */
export async function relectureDe(tx: Tx, lue: DemandeDuLien, ecart: Ecart | null): Promise<PageAnswer> {
  const ecrit = await lireBrouillon(tx, lue.tache)
  if (Object.keys(refusDEnvoyer(lue.tache.nature, ecrit)).length > 0) return { seeOther: '?note=complete' }
  const pieces = await listerPiecesDesTaches(tx, [lue.tache.id])
  const html = pageDeRelecture({ ...lue, ecrit, pieces, ecart })
  return ecart === null ? { html } : { html, status: CONFLIT }
}

/** What will be sent, read over once before it leaves: the page that confirms, without script. */
export async function relireParLien(ctx: Contexte): Promise<PageAnswer> {
  const lue = await lireDemandeDuLien(ctx, ctx.tx)
  return lue.tache.etat === 'repondue' ? { seeOther: '' } : relectureDe(ctx.tx, lue, null)
}
