import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DepotVu } from './contract.ts'
import type { DependancesDesPieces } from './dependances.ts'
import { listerSuites } from './lister-suites.ts'
import { ligneDe } from './nouvelle-piece.ts'
import { type DepotRecu, recevoir, retirerObjets } from './recevoir.ts'
import { dossierEstVisible, insererPieces, listerDoublons } from './store.ts'
import { vueDe } from './vue.ts'

const SANS_FICHIER = 'Aucun fichier n’a été reçu. Déposez-le de nouveau.'

/**
 * Keeps a dropped file, and the attachments of a message, as deposits of the agent or straight in a dossier: all in
 * one transaction. `invalid` with the reason when the file is refused, `too-large`, 404 for a dossier out of the
 * perimeter; nothing is left behind then.
 */
export const deposer =
  (d: DependancesDesPieces) =>
  async (ctx: ContexteLibre, input: { dossierId?: string | undefined }): Promise<DepotVu> => {
    const { upload } = ctx
    const agent = agentDe(ctx)
    const dossierId = input.dossierId ?? null
    if (upload === null) throw new AppError('invalid', { message: SANS_FICHIER })
    if (dossierId !== null) {
      ctx.about({ dossierId })
      await ctx.read((tx) => refuserHorsDuPerimetre(tx, dossierId))
    }
    const depot = await recevoir(d, upload, agent.fuseau)
    try {
      return await ctx.write((tx) => inscrire(tx, ctx, depot, dossierId))
    } catch (error) {
      // Any other failure may hide a commit that went through: the objects are then left to the sweep.
      if (error instanceof AppError) await retirerObjets(d.fichiers, objetsDe(depot))
      throw error
    }
  }

const objetsDe = ({ piece, jointes }: DepotRecu) => [piece, ...jointes].map(({ objet }) => objet)

async function refuserHorsDuPerimetre(tx: Tx, dossierId: string): Promise<void> {
  if (!(await dossierEstVisible(tx, dossierId))) throw new AppError('not-found')
}

async function inscrire(
  tx: Tx,
  ctx: ContexteLibre,
  depot: DepotRecu,
  dossierId: string | null,
): Promise<DepotVu> {
  const { principal: acteur, now: maintenant } = ctx
  if (dossierId !== null) await refuserHorsDuPerimetre(tx, dossierId)
  const mere = ligneDe(depot.piece, { acteur, dossierId, pieceMereId: null, maintenant, rang: 0 })
  const jointes = depot.jointes.map((jointe, i) =>
    ligneDe(jointe, { acteur, dossierId, pieceMereId: mere.id, maintenant, rang: i + 1 }),
  )
  const doublons = await listerDoublons(tx, mere)
  const suites = await listerSuites(tx, mere.etablissementId, depot.message)
  await insererPieces(tx, [mere, ...jointes])
  ctx.about({ objectId: mere.id })
  return {
    piece: vueDe(mere),
    jointes: jointes.map(vueDe),
    refusees: [...depot.refusees],
    message: depot.message,
    doublons,
    suites: suites.filter((s) => !doublons.some((d) => d.dossierId === s.dossierId)),
  }
}
