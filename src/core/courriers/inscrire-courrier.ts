import type { Acteur } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { CourrierVu } from './contract.ts'
import { TYPE_WORD } from './document-word.ts'
import type { CourrierPrepare } from './preparer-courrier.ts'
import { insererCourrier } from './store.ts'

export interface CourrierAInscrire {
  readonly acteur: Acteur
  readonly dossierId: string
  readonly courrier: CourrierPrepare
  readonly canal: CourrierVu['canal']
  /** codes of the mentions the letter carries, kept as proof */
  readonly mentions: readonly string[]
  readonly maintenant: Date
}

/** Puts a prepared letter in its dossier, as a piece. 404 outside the perimeter. */
export async function inscrireCourrier(
  tx: Tx,
  { acteur, dossierId, courrier, canal, mentions, maintenant }: CourrierAInscrire,
): Promise<{ courrierId: string; pieceId: string }> {
  const { nom, objet, code, modeleId } = courrier
  const piece = await ajouterPiece(tx, {
    acteur,
    dossierId,
    maintenant,
    nature: 'courrier',
    nom,
    type: TYPE_WORD,
    extension: 'docx',
    apercu: 'aucun',
    objet,
  })
  const courrierId = uuidv7(maintenant.getTime())
  await insererCourrier(tx, {
    id: courrierId,
    dossierId,
    code,
    modeleId,
    pieceId: piece.id,
    canal,
    mentions,
    produitA: maintenant,
    produitPar: acteur.type === 'agent' ? acteur.agentId : null,
    envoyeLe: null,
  })
  return { courrierId, pieceId: piece.id }
}
