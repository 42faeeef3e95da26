import { aujourdHui } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from '../../contract.ts'
import { mesureGardee } from '../../domain/analyse.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { verrouillerReclamation } from '../store.ts'
import { insererMesure } from '../store-mesures.ts'
import { exigerGrief } from './exiger-grief.ts'
import { exigerMesure } from './exiger-mesure.ts'
import { exigerResponsables } from './exiger-responsables.ts'
import { suivreMesures } from './suivre-mesures.ts'

type Op = typeof contract.ajouterMesure

/** A measure already taken, or promised for a day: the dossier then waits for it. */
export async function ajouterMesure(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id: dossierId, ...saisie } = entree
  const dossier = await verrouillerReclamation(ctx.tx, dossierId)
  const id = uuidv7(ctx.now.getTime())
  ctx.about({ dossierId, objectId: id, details: { nature: saisie.nature } })
  refuserSi(refusDInstruire(dossier.estClos))
  const mesure = mesureGardee(saisie)
  exigerMesure(mesure, aujourdHui(ctx))
  await exigerGrief(ctx.tx, dossierId, mesure.griefId)
  await exigerResponsables(ctx.tx, mesure)
  await insererMesure(ctx.tx, { id, dossierId, creeA: ctx.now, ...mesure })
  await suivreMesures(ctx.tx, dossier)
  return { mesureId: id, version: 1 }
}
