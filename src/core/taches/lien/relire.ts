import type { Contexte } from '#core/journal/index.ts'
import { listerPiecesDesTaches } from '#core/pieces/index.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { lireBrouillon } from '../brouillon.ts'
import { refusDEnvoyer } from '../domain/rules.ts'
import { pageDeRelecture } from '../html/page-de-relecture.ts'
import { lireDemandeDuLien } from './porteur.ts'

/** What will be sent, read over once before it leaves: the page that confirms, without script. */
export async function relireParLien(ctx: Contexte): Promise<PageAnswer> {
  const lue = await lireDemandeDuLien(ctx, ctx.tx)
  if (lue.tache.etat === 'repondue') return { seeOther: '' }
  const ecrit = await lireBrouillon(ctx.tx, lue.tache)
  if (Object.keys(refusDEnvoyer(lue.tache.nature, ecrit)).length > 0) return { seeOther: '?note=complete' }
  const pieces = await listerPiecesDesTaches(ctx.tx, [lue.tache.id])
  return { html: pageDeRelecture({ ...lue, ecrit, pieces }) }
}
