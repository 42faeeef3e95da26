import { abandonnerLesCourriers, type DependancesDesCourriers } from '#core/courriers/index.ts'
import { aujourdHui, changerDossier, enregistrerFait, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import { reclamation } from '../../domain/definition.ts'
import { refuserSi } from '../../domain/refuser.ts'
import { obtenirReclamation } from '../store.ts'
import { changerTransmission, obtenirTransmission } from '../store-transmissions.ts'

type Op = typeof contract.abandonnerTransmission

/** Gives up a transmission whose letters are still here; they stay among the letters, given up. */
export const abandonnerTransmission =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, { id, version, transmissionId }: InputOf<Op>): Promise<OutputOf<Op>> => {
    await verrouillerDossier(ctx.tx, id, version)
    await obtenirReclamation(ctx.tx, id)
    ctx.about({ dossierId: id, objectId: transmissionId })
    const t = await obtenirTransmission(ctx.tx, id, transmissionId)
    if (t.estAbandonnee) return refuserSi({ code: 'transmission-abandonnee' })
    if (t.envoyeeLe !== null || t.aviseeLe !== null) return refuserSi({ code: 'transmission-partie' })
    const ids = [t.courrierId, t.avisId].filter((c) => c !== null)
    await abandonnerLesCourriers(ctx, d, {
      dossierId: id,
      courriers: { ids },
      motif: 'Transmission abandonnée.',
    })
    await changerTransmission(ctx.tx, t.id, { abandonneeA: ctx.now })
    const nouvelle = await changerDossier(ctx.tx, id, {}, ctx.now)
    await enregistrerFait(ctx, id, reclamation, {
      code: t.courrierId === null ? 'orientation-abandonnee' : 'transmission-abandonnee',
      survenuLe: aujourdHui(ctx),
      details: { transmissionId: t.id, concerne: t.faitId, precision: t.destinataire },
    })
    return { id, version: nouvelle }
  }
