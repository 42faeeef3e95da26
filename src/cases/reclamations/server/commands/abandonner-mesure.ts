import { aujourdHui, enregistrerFaitSeul } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { refusDeFinir } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerMesure, verrouillerMesure } from '../store-mesures.ts'
import { suivreMesures } from './suivre-mesures.ts'

type Op = typeof contract.abandonnerMesure

/** A promised measure will not be done, and why: it was told to someone. */
export async function abandonnerMesure(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, mesureId, version, motif } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: mesureId })
  const mesure = await verrouillerMesure(ctx.tx, { dossierId, id: mesureId, version })
  refuserSi(refusDeFinir(mesure))
  const jour = aujourdHui(ctx)
  const suivante = await changerMesure(ctx.tx, mesureId, { abandonneeLe: jour, abandonMotif: motif })
  await suivreMesures(ctx.tx, dossier)
  await enregistrerFaitSeul(ctx, dossierId, {
    code: 'mesure-abandonnee',
    survenuLe: jour,
    details: { mesureId, precision: mesure.intitule },
    motif,
  })
  return { mesureId, version: suivante }
}
