import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import { messageDeRefus, refusDeTransition } from './domain/rules.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFait } from './enregistrer-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { changerDossier, verrouillerDossier } from './store.ts'
import { listerFaits } from './store-faits.ts'

type Op = typeof contract.franchir

/** Puts a dossier in a state; a final one closes it today. Returns the new version. */
export async function changerEtat(
  e: Ecriture,
  id: string,
  type: TypeDeDossier,
  etat: string,
): Promise<number> {
  const estClos = type.etats[etat]?.final === true
  return changerDossier(e.tx, id, { etat, estClos, closLe: estClos ? aujourdHui(e) : null }, e.now)
}

/** Takes a transition of the type's definition, when its state, the role and its guard allow it. */
export function franchir(d: DependancesDesDossiers) {
  return async (ctx: Contexte, { id, version, transition: code }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await verrouillerDossier(ctx.tx, id, version)
    ctx.about({ dossierId: id })
    const type = d.registre.obtenir(dossier.type)
    const { role } = agentDe(ctx)
    const faits = await listerFaits(ctx.tx, id)
    const situation = { etat: dossier.etat, faits }
    const refus = refusDeTransition(type, code, situation, (p) => d.peut(role, p))
    const transition = Object.hasOwn(type.transitions, code) ? type.transitions[code] : undefined
    // an unknown code is whatever the caller typed: it stays out of the journal
    if (transition !== undefined) ctx.about({ details: { transition: code } })
    if (refus !== null || transition === undefined) {
      const { code: motif } = refus ?? { code: 'transition-inconnue' }
      throw new AppError('refused', { refus: motif, message: messageDeRefus(type, { code: motif }) })
    }
    const vers = transition.versSelon?.(situation) ?? transition.vers
    const nouvelle = await changerEtat(ctx, id, type, vers)
    await enregistrerFait(ctx, id, type, { code: transition.fait, survenuLe: aujourdHui(ctx) })
    return { id, version: nouvelle, etat: vers }
  }
}
