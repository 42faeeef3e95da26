import { enregistrerFaitSeul, listerFaits } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeReprendre } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { dernierFaitDe } from '../../domain/situation.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerMesure, verrouillerMesure } from '../store-mesures.ts'
import { suivreMesures } from './suivre-mesures.ts'

type Op = typeof contract.reprendreMesure

/** A measure noted done by mistake is owed again, for a reason: the first fact stays readable, struck by another. */
export async function reprendreMesure(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, mesureId, version, motif } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: mesureId })
  const mesure = await verrouillerMesure(ctx.tx, { dossierId, id: mesureId, version })
  refuserSi(refusDeReprendre(mesure))
  const suivante = await changerMesure(ctx.tx, mesureId, { faiteLe: null })
  await suivreMesures(ctx.tx, dossier)
  const fait = dernierFaitDe(await listerFaits(ctx.tx, dossierId), ['mesure-faite'], ['mesureId', mesureId])
  if (fait !== undefined)
    await enregistrerFaitSeul(ctx, dossierId, {
      code: 'mesure-faite',
      survenuLe: fait.survenuLe,
      details: { ...Object(fait.details), annule: true },
      rectifie: fait.id,
      motif,
    })
  return { mesureId, version: suivante }
}
