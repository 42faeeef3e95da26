import { aujourdHui, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeTerminer } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerMesure, verrouillerMesure } from '../store-mesures.ts'
import { suivreMesures } from './suivre-mesures.ts'

type Op = typeof contract.terminerMesure

/** A promised measure is done: the dossier no longer waits for it, closed or not. */
export async function terminerMesure(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, mesureId, version, faiteLe } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: mesureId })
  const mesure = await verrouillerMesure(ctx.tx, { dossierId, id: mesureId, version })
  const jours = { recuLe: dossier.recuLe, aujourdHui: aujourdHui(ctx) }
  refuserSi(refusDeTerminer(mesure, faiteLe, jours), 'faiteLe')
  const suivante = await changerMesure(ctx.tx, mesureId, { faiteLe })
  await suivreMesures(ctx.tx, dossier)
  await enregistrerFaitSeul(ctx, dossierId, {
    code: 'mesure-faite',
    survenuLe: faiteLe,
    details: { mesureId, precision: mesure.intitule },
  })
  return { mesureId, version: suivante }
}
