import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerPersonnesDuDossier } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import { actualiserEcheances } from './actualiser-echeances.ts'
import type { contract } from './contract.ts'
import { nomAffiche } from './domain/nom-affiche.ts'
import { messageDeRefus, refusDeRetirer } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, supprimerParticipation, verrouillerDossier } from './store.ts'
import { listerFaits } from './store-faits.ts'
import { suivreLAuteur } from './suivre-auteur.ts'

type Op = typeof contract.retirerPersonne

/**
 * Removes someone from a dossier, in one role, for a reason that stays in its timeline; their record and their other dossiers
 * stay. Refused where the type says so (the last author, once written to). Lists and search show who remains.
 */
export function retirerPersonne({ registre }: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, personneId, role, motif } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
    ctx.about({ dossierId: id, objectId: personneId })
    const personnes = await listerPersonnesDuDossier(ctx.tx, id)
    const retiree = personnes.find((p) => p.id === personneId && p.role === role)
    if (retiree === undefined) throw new AppError('not-found')
    const type = registre.obtenir(dossier.type)
    const situation = { etat: dossier.etat, faits: await listerFaits(ctx.tx, id) }
    const refus = refusDeRetirer(type, situation, { role, personnes })
    if (refus !== null)
      throw new AppError('refused', { refus: refus.code, message: messageDeRefus(type, refus) })
    await supprimerParticipation(ctx.tx, { dossierId: id, personneId, role })
    const restants = personnes.filter((p) => p.role === 'auteur' && p !== retiree).map(nomAffiche)
    const auteur =
      role !== 'auteur' || restants.includes(dossier.auteur) ? dossier.auteur : (restants[0] ?? '')
    const version = await changerDossier(ctx.tx, id, { auteur }, ctx.now)
    const survenuLe = aujourdHui(ctx)
    await enregistrerFaitSeul(ctx, id, {
      code: 'personne-retiree',
      survenuLe,
      details: { role, personneId },
      motif,
    })
    const { agentId } = agentDe(ctx)
    const suivi = { dossierId: id, type, survenuLe, maintenant: ctx.now, agentId }
    if (role === 'auteur' && (await suivreLAuteur(ctx.tx, suivi))) await actualiserEcheances(ctx, id, type)
    await reindexer(ctx.tx, id)
    return { id, version }
  }
}
