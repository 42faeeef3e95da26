import { agentDe, type Contexte } from '#core/journal/index.ts'
import { enregistrerPersonne } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { actualiserEcheances } from './actualiser-echeances.ts'
import type { contract } from './contract.ts'
import { nomAffiche } from './domain/nom-affiche.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, insererParticipation, verrouillerDossier } from './store.ts'
import { suivreLAuteur } from './suivre-auteur.ts'

type Op = typeof contract.ajouterPersonne

/** Adds someone to a dossier, in a role. The first author becomes the name lists show, and may be answered. */
export function ajouterPersonne({ registre }: DependancesDesDossiers) {
  return async (ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { id, role, qualite } = entree
    const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
    ctx.about({ dossierId: id })
    const personne = await enregistrerPersonne(ctx.tx, ctx, entree.personne)
    await insererParticipation(ctx.tx, { dossierId: id, personneId: personne.id, role, qualite })
    const auteur = role === 'auteur' && dossier.auteur === '' ? nomAffiche(personne) : dossier.auteur
    const version = await changerDossier(ctx.tx, id, { auteur }, ctx.now)
    const survenuLe = aujourdHui(ctx)
    await enregistrerFaitSeul(ctx, id, { code: 'personne-ajoutee', survenuLe, details: { role } })
    const type = registre.obtenir(dossier.type)
    const { agentId } = agentDe(ctx)
    const suivi = { dossierId: id, type, survenuLe, maintenant: ctx.now, agentId }
    if (role === 'auteur' && (await suivreLAuteur(ctx.tx, suivi))) await actualiserEcheances(ctx, id, type)
    await reindexer(ctx.tx, id)
    return { id, version }
  }
}
