import { creerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { pretDeFauteuil } from '../../domain/definition.ts'
import { inserer } from '../store.ts'

type Op = typeof contract.enregistrer

export async function enregistrer(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, numero } = await creerDossier(ctx, pretDeFauteuil, {
    objet: entree.objet,
    recuLe: entree.recuLe,
    faits: [{ code: 'pret-de-fauteuil-ouvert', survenuLe: entree.recuLe }],
    personnes: [],
    services: entree.services,
    recit: null,
  })
  await inserer(ctx.tx, { dossierId: id, fauteuil: entree.fauteuil })
  ctx.about({ dossierId: id })
  return { id, numero }
}
