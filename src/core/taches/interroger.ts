import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { DemandeSaisie, LienFait } from './contract.ts'
import { creerTache, type SujetDeTache } from './creer-tache.ts'
import type { NatureDeTache } from './domain/tache.ts'
import { lienAMontrer } from './lien-fait.ts'
import { obtenirTache } from './store.ts'

export interface Interrogation {
  readonly dossierId: string
  readonly nature: NatureDeTache
  readonly demande: DemandeSaisie
  /** the same for every addressee, or those of each by its structure; null for someone outside any */
  readonly sujets: readonly SujetDeTache[] | ((structureId: string | null) => readonly SujetDeTache[])
  readonly objet?: string
}

/**
 * Asks the same of each service of a form, and gives the links to show once. What a case's command calls, after it has locked
 * the dossier, checked its state and read its own subjects. Errors are those of `creerTache`.
 */
export async function interroger(ctx: Contexte, i: Interrogation): Promise<LienFait[]> {
  const liens: LienFait[] = []
  for (const [rang, { structureId, ...destinataire }] of i.demande.destinataires.entries()) {
    const { tacheId, ...lien } = await creerTache(ctx, {
      dossierId: i.dossierId,
      nature: i.nature,
      structureId,
      destinataire,
      ...(i.objet === undefined ? {} : { objet: i.objet }),
      message: i.demande.message,
      pourLe: i.demande.pourLe,
      sujets: typeof i.sujets === 'function' ? i.sujets(structureId) : i.sujets,
      champ: `demande.destinataires.${rang}`,
    })
    const tache = await obtenirTache(ctx.tx, tacheId)
    liens.push(await lienAMontrer(ctx.tx, ctx.request, { tache, lien, jour: aujourdHui(ctx) }))
  }
  return liens
}
