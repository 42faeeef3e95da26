import type { Acteur } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { REFUS_DES_PIECES } from './domain/labels.ts'
import { piecesADetacher, refusDeRattacher } from './domain/rattachement.ts'
import { detacherDuMessage, dossierEstVisible, verrouillerAvecJointes, verserAuDossier } from './store.ts'

/**
 * Takes deposits into a dossier, with the attachments of the messages among them. Only the acteur's own deposits, or
 * what is there already: anything else is `refused`. 404 when the dossier is outside the perimeter.
 */
export async function rattacherPieces(
  tx: Tx,
  acteur: Acteur,
  pieceIds: readonly string[],
  dossierId: string,
): Promise<void> {
  if (pieceIds.length === 0) return
  if (!(await dossierEstVisible(tx, dossierId))) throw new AppError('not-found')
  const demandees = new Set(pieceIds)
  const lignes = await verrouillerAvecJointes(tx, [...demandees])
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]))
  const agentId = acteur.type === 'agent' ? acteur.agentId : null
  for (const id of demandees) {
    const refus = refusDeRattacher(parId.get(id), dossierId, agentId)
    if (refus !== null) {
      throw new AppError('refused', { refus: refus.code, message: REFUS_DES_PIECES[refus.code] })
    }
  }
  // An attachment already in another dossier stays there: its message follows without it.
  const choisies = lignes.filter(({ id, dossierId: d }) => demandees.has(id) || d === null)
  await detacherDuMessage(
    tx,
    piecesADetacher(choisies, dossierId).map(({ id }) => id),
  )
  await verserAuDossier(
    tx,
    choisies.map(({ id }) => id),
    dossierId,
  )
}
