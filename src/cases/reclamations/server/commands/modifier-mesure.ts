import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { mesureGardee, refusDeFinir } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { verrouillerReclamation } from '../store.ts'
import { changerMesure, verrouillerMesure } from '../store-mesures.ts'
import { exigerGrief } from './exiger-grief.ts'
import { exigerMesure } from './exiger-mesure.ts'
import { exigerResponsables } from './exiger-responsables.ts'
import { suivreMesures } from './suivre-mesures.ts'

type Op = typeof contract.modifierMesure

/** Changes what is promised, by whom and for when, until it is done; also after the closing, where it lives on. */
export async function modifierMesure(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, mesureId, version, ...saisie } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  ctx.about({ dossierId, objectId: mesureId })
  const mesure = await verrouillerMesure(ctx.tx, { dossierId, id: mesureId, version })
  // one said to be taken is corrected as it was entered: already done
  if (mesure.nature === 'promise') refuserSi(refusDeFinir(mesure))
  const nouvelle = mesureGardee(saisie)
  exigerMesure(nouvelle, aujourdHui(ctx))
  if (nouvelle.griefId !== mesure.griefId) await exigerGrief(ctx.tx, dossierId, nouvelle.griefId)
  await exigerResponsables(ctx.tx, nouvelle)
  const suivante = await changerMesure(ctx.tx, mesureId, nouvelle)
  await suivreMesures(ctx.tx, dossier)
  return { mesureId, version: suivante }
}
