import { heureDe, instantDe } from '#core/echeances/domain/instant.ts'
import { jourCivil } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { messageDeRefus, refusDeRectifier, refusDIncoherence } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFait } from './enregistrer-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, remplacerRattachements, verrouillerDossier } from './store.ts'
import { type FaitEnregistre, listerFaits } from './store-faits.ts'

type Op = typeof contract.rectifierFait

/** The clock time of a fact on another day: only the day was wrong. */
function memeHeure(ctx: Contexte, { survenuA }: FaitEnregistre, jour: string): { survenuA?: Date } {
  const { fuseau } = agentDe(ctx)
  return survenuA === null ? {} : { survenuA: instantDe(jourCivil(jour), heureDe(survenuA, fuseau), fuseau) }
}

/**
 * Corrects the day of a fact: a new fact that replaces it, with a reason. Deadlines are computed again; when the fact
 * fixed the day of receipt, the dossier's own day follows.
 */
export function rectifierFait(d: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, faitId, survenuLe, motif } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
    ctx.about({ dossierId: id, objectId: faitId })
    const type = d.registre.obtenir(dossier.type)
    const faits = await listerFaits(ctx.tx, id)
    const fait = faits.find((f) => f.id === faitId)
    if (fait === undefined) throw new AppError('not-found')
    const estRectifie = faits.some((f) => f.rectifie === faitId)
    const refus =
      refusDeRectifier(type, { ...fait, estRectifie }, survenuLe, aujourdHui(ctx)) ??
      refusDIncoherence(type, faits, fait, survenuLe)
    if (refus !== null)
      throw new AppError('refused', { refus: refus.code, message: messageDeRefus(type, refus) })
    const estReception = type.faitsDeReception.includes(fait.code)
    const version = await changerDossier(ctx.tx, id, estReception ? { recuLe: survenuLe } : {}, ctx.now)
    if (estReception) await remplacerRattachements(ctx.tx, id, dossier.services, survenuLe)
    const nouveauFaitId = await enregistrerFait(ctx, id, type, {
      code: fait.code,
      survenuLe,
      ...memeHeure(ctx, fait, survenuLe),
      details: Object(fait.details),
      rectifie: faitId,
      motif,
    })
    await d.faitRectifie(ctx, {
      dossierId: id,
      type: dossier.type,
      code: fait.code,
      details: fait.details,
      faitId,
      nouveauFaitId,
      survenuLe,
      motif,
    })
    if (estReception) await reindexer(ctx.tx, id)
    return { id, version }
  }
}
