import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { AppError } from '#platform/errors.ts'
import type { contract } from './contract.ts'
import { ETIQUETTES_MAX } from './contract-etiquettes.ts'
import { obtenirDossier } from './store.ts'
import {
  compterEtiquettesEnUsage,
  listerEtiquettesDuDossier,
  oterEtiquettes,
  poserEtiquettes,
} from './store-etiquettes.ts'

type Op = typeof contract.etiqueter

const refuser = (message: string): AppError => new AppError('invalid', { champs: { ajouter: message } })

/** Places labels on a dossier, takes others off. Throws `not-found` outside the perimeter. */
export async function etiqueter(ctx: Contexte, { id, ajouter, retirer }: InputOf<Op>): Promise<OutputOf<Op>> {
  const dossier = await obtenirDossier(ctx.tx, id, null)
  ctx.about({ dossierId: id, details: { ajoutees: ajouter.length, retirees: retirer.length } })
  const portees = await listerEtiquettesDuDossier(ctx.tx, id)
  const nouvelles = [...new Set(ajouter)].filter((e) => !portees.includes(e))
  if ((await compterEtiquettesEnUsage(ctx.tx, nouvelles)) < nouvelles.length)
    throw refuser('Cette étiquette n’est plus proposée : choisissez-en une autre.')
  const restent = portees.filter((e) => !retirer.includes(e)).length
  if (restent + nouvelles.length > ETIQUETTES_MAX)
    throw refuser(`Un dossier porte ${ETIQUETTES_MAX} étiquettes au plus.`)
  await oterEtiquettes(ctx.tx, id, retirer)
  await poserEtiquettes(ctx.tx, dossier, nouvelles, { poseePar: agentDe(ctx).agentId, poseeA: ctx.now })
  return {}
}
