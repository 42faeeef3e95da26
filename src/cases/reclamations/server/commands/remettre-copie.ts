import {
  aujourdHui,
  changerDossier,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeRemettreCopie } from '../../domain/rules.ts'
import { noterCopieRemise, obtenirReclamation } from '../store.ts'

type Op = typeof contract.remettreCopie

/** Records that the copy of the consigned complaint was handed over. @source CSP, art. R. 1112-91 */
export async function remettreCopie(ctx: Contexte, { id, version }: InputOf<Op>): Promise<OutputOf<Op>> {
  await verrouillerDossier(ctx.tx, id, version)
  ctx.about({ dossierId: id })
  const { canal } = await obtenirReclamation(ctx.tx, id)
  const faits = await listerFaits(ctx.tx, id)
  refuserSi(
    refusDeRemettreCopie(
      canal,
      faits.map((f) => f.code),
    ),
  )
  await noterCopieRemise(ctx.tx, id, ctx.now)
  const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFait(ctx, id, reclamation, {
    code: 'copie-remise',
    survenuLe: aujourdHui(ctx),
    survenuA: ctx.now,
  })
  return { id, version: nouvelle }
}
