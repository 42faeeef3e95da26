import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { lireNumero } from './domain/numero.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { changerDossier, insererLien, trouverParNumero, verrouillerDossier } from './store.ts'
import { sontLies } from './store-refus.ts'

type Op = typeof contract.lier

const champ = (message: string): AppError => new AppError('invalid', { champs: { numero: message } })

/** Links two dossiers, named by the number of the other one. Both must be in the perimeter. */
export async function lierDossier(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, nature } = entree
  await verrouillerDossier(ctx.tx, id, entree.version)
  ctx.about({ dossierId: id })
  const numero = lireNumero(entree.numero)
  if (numero === null) throw champ('Un numéro s’écrit comme REC-2026-00042.')
  const autre = await trouverParNumero(ctx.tx, numero)
  if (autre === null) throw champ(`Aucun dossier ${numero} dans votre périmètre.`)
  if (autre.id === id) throw champ(REFUS_COMMUNS['lien-vers-soi'])
  if (await sontLies(ctx.tx, id, autre.id)) throw champ(REFUS_COMMUNS['deja-lies'])
  await insererLien(ctx.tx, {
    dossierId: id,
    versId: autre.id,
    nature,
    creeA: ctx.now,
    agentId: agentDe(ctx).agentId,
  })
  const version = await changerDossier(ctx.tx, id, {}, ctx.now)
  await enregistrerFaitSeul(ctx, id, {
    code: 'dossier-lie',
    survenuLe: aujourdHui(ctx),
    details: { nature, versId: autre.id },
  })
  return { id, version }
}
