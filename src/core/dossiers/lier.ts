import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { lireNumero } from './domain/numero.ts'
import { REFUS_COMMUNS } from './domain/rules.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
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
  const version = await changerDossier(ctx.tx, id, {}, ctx.now)
  await inscrireLien(ctx, { id, versId: autre.id, nature })
  return { id, version }
}

/** Links a dossier to another one of the perimeter, in the transaction of a command that checked both. */
export async function inscrireLien(
  e: Ecriture,
  { id, versId, nature }: { readonly id: string; readonly versId: string; readonly nature: string },
): Promise<void> {
  await insererLien(e.tx, { dossierId: id, versId, nature, creeA: e.now, agentId: agentDe(e).agentId })
  await enregistrerFaitSeul(e, id, {
    code: 'dossier-lie',
    survenuLe: aujourdHui(e),
    details: { nature, versId },
  })
}
