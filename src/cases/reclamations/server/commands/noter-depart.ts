import { noterEnvoiDuCourrier } from '#core/courriers/index.ts'
import {
  aujourdHui,
  changerDossier,
  changerEtat,
  type Ecriture,
  enregistrerFait,
  listerFaits,
  verrouillerDossier,
} from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { PROCEDURES } from '../../domain/model.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { refusDeDateDEnvoi } from '../../domain/rules.ts'
import { estPartie } from '../../domain/transmission.ts'
import { obtenirReclamation } from '../store.ts'
import { changerTransmission, obtenirTransmission, type TransmissionEnBase } from '../store-transmissions.ts'

type Op = typeof contract.noterDepart

const estUneOrientation = (t: TransmissionEnBase): boolean => PROCEDURES.some((p) => p === t.nature)

/** What happened, as facts: each letter gone, and the complaint that closes when nothing is left of it here. */
async function enregistrerLeDepart(
  e: Ecriture,
  dossierId: string,
  t: TransmissionEnBase,
  envoyeeLe: string,
): Promise<number> {
  const details = { transmissionId: t.id, precision: t.destinataire }
  const fait = (code: string, plus: object = {}) =>
    enregistrerFait(e, dossierId, reclamation, {
      code,
      survenuLe: envoyeeLe,
      details: { ...details, ...plus },
    })
  if (t.courrierId !== null) await fait('transmission-envoyee', { concerne: t.faitId })
  if (t.avisId !== null)
    await fait(estUneOrientation(t) ? 'orientation-annoncee' : 'avis-de-transmission-envoye')
  if (!t.estTotale) return changerDossier(e.tx, dossierId, {}, e.now)
  const version = await changerEtat(e, dossierId, reclamation, 'clos')
  await fait(estUneOrientation(t) ? 'reclamation-orientee' : 'demande-transmise')
  return version
}

/** Records the day the letters of a transmission left; a total one closes the complaint. @source CRPA, art. L. 114-2 */
export async function noterDepart(ctx: Contexte, entree: InputOf<Op>): Promise<OutputOf<Op>> {
  const { id, transmissionId, envoyeeLe } = entree
  const dossier = await verrouillerDossier(ctx.tx, id, entree.version)
  await obtenirReclamation(ctx.tx, id)
  ctx.about({ dossierId: id, objectId: transmissionId })
  if (dossier.estClos) return refuserSi({ code: 'dossier-clos' })
  const t = await obtenirTransmission(ctx.tx, id, transmissionId)
  if (t.abandonneeA !== null) return refuserSi({ code: 'transmission-abandonnee' })
  if (estPartie(t)) return refuserSi({ code: 'transmission-partie' })
  const preparee = (await listerFaits(ctx.tx, id)).find((f) => f.id === t.faitId)
  refuserSi(refusDeDateDEnvoi(envoyeeLe, dossier.recuLe, aujourdHui(ctx)), 'envoyeeLe')
  if (preparee !== undefined && envoyeeLe < preparee.survenuLe)
    refuserSi({ code: 'envoi-avant-preparation' }, 'envoyeeLe')
  for (const courrierId of [t.courrierId, t.avisId])
    if (courrierId !== null)
      await noterEnvoiDuCourrier(ctx.tx, { id: courrierId, dossierId: id, envoyeLe: envoyeeLe })
  await changerTransmission(ctx.tx, t.id, {
    ...(t.courrierId === null ? {} : { envoyeeLe }),
    ...(t.avisId === null ? {} : { aviseeLe: envoyeeLe }),
  })
  return { id, version: await enregistrerLeDepart(ctx, id, t, envoyeeLe) }
}
