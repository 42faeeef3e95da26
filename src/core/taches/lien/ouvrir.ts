import type { Contexte } from '#core/journal/index.ts'
import { listerPiecesDesTaches } from '#core/pieces/index.ts'
import type { InputOf } from '#platform/contract.ts'
import type { PageAnswer } from '#platform/http/index.ts'
import { lireBrouillon } from '../brouillon.ts'
import type { contract } from '../contract.ts'
import { REFUS_DES_TACHES, refusDEnvoyer } from '../domain/rules.ts'
import { pageDeDemande } from '../html/page-de-demande.ts'
import { pageEnvoyee } from '../html/page-envoyee.ts'
import { auteurDuLien, lireDemandeDuLien } from './porteur.ts'

type Op = typeof contract.ouvrirParLien

/** What is asked, with the answer in preparation; or what was answered, and when. Opening it uses nothing up. */
export async function ouvrirParLien(ctx: Contexte, { note }: InputOf<Op>): Promise<PageAnswer> {
  const { fuseau } = auteurDuLien(ctx)
  const lue = await lireDemandeDuLien(ctx, ctx.tx)
  const pieces = await listerPiecesDesTaches(ctx.tx, [lue.tache.id])
  if (lue.tache.etat === 'repondue') return { html: pageEnvoyee({ ...lue, pieces, fuseau }) }
  const brouillon = await lireBrouillon(ctx.tx, lue.tache)
  const manques = note === 'complete' ? refusDEnvoyer(lue.tache.nature, brouillon) : {}
  const erreurs = Object.fromEntries(
    Object.entries(manques).map(([champ, { code }]) => [champ, REFUS_DES_TACHES[code]]),
  )
  return { html: pageDeDemande({ ...lue, pieces, ecrit: brouillon, erreurs, maintenant: ctx.now, fuseau }) }
}
