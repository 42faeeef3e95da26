import type { Contexte } from '#core/journal/index.ts'
import { enregistrerPersonne } from '#core/personnes/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { nomAffiche } from './domain/nom-affiche.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, insererParticipation, verrouillerDossier } from './store.ts'

type Op = typeof contract.ajouterPersonne

/** Adds someone to a dossier, in a role. The first author becomes the name lists show. */
export async function ajouterPersonne(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, role, qualite } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  ctx.about({ dossierId: id })
  const personne = await enregistrerPersonne(ctx.tx, ctx, entree.personne)
  await insererParticipation(ctx.tx, { dossierId: id, personneId: personne.id, role, qualite })
  const auteur = role === 'auteur' && dossier.auteur === '' ? nomAffiche(personne) : dossier.auteur
  const version = await changerDossier(ctx.tx, id, { auteur }, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'personne-ajoutee',
    survenuLe: aujourdHui(ctx),
    details: { role },
  })
  await reindexer(ctx.tx, id)
  return { id, version }
}
