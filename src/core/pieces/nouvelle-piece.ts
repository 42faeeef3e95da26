import type { Acteur } from '#core/journal/index.ts'
import type { StoredObject } from '#platform/files/index.ts'
import { strippedText } from '#platform/texte.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { APERCUS, NATURES_DE_PIECE } from './contract.ts'
import type { LignePiece } from './store.ts'

export interface Alerte {
  readonly code: string
  readonly message: string
}

/** A file already in the store, described, that a row is to be made of. */
export interface PieceAInscrire {
  readonly nature: (typeof NATURES_DE_PIECE)[number]
  readonly nom: string
  readonly type: string
  readonly extension: string
  readonly apercu: (typeof APERCUS)[number]
  readonly objet: StoredObject
  readonly alertes?: readonly Alerte[]
  readonly messageId?: string | null
}

export interface Origine {
  readonly acteur: Acteur
  readonly dossierId: string | null
  readonly pieceMereId: string | null
  /** the request a service joined it to: no other service sees it */
  readonly tacheId?: string
  readonly maintenant: Date
  /** rank within one deposit: ids stay in the order of the files */
  readonly rang: number
}

/** The row of a new piece. Throws when the acteur belongs to no establishment. */
export function ligneDe(piece: PieceAInscrire, origine: Origine): LignePiece {
  const { acteur, maintenant, rang } = origine
  const etablissementId = 'etablissementId' in acteur ? acteur.etablissementId : null
  if (etablissementId === null) throw new Error('A piece belongs to an establishment')
  return {
    id: uuidv7(maintenant.getTime() + rang),
    etablissementId,
    dossierId: origine.dossierId,
    deposeePar: acteur.type === 'agent' ? acteur.agentId : null,
    deposeeA: maintenant,
    nature: piece.nature,
    pieceMereId: origine.pieceMereId,
    tacheId: origine.tacheId ?? null,
    nom: piece.nom,
    type: piece.type,
    extension: piece.extension,
    apercu: piece.apercu,
    taille: piece.objet.size,
    sha256: piece.objet.sha256,
    alertes: (piece.alertes ?? []).map(({ code, message }) => ({
      code,
      message: strippedText(message).text,
    })),
    messageId: piece.messageId ?? null,
    objetCle: piece.objet.key,
    cleEnveloppee: piece.objet.wrappedKey,
    cleId: piece.objet.keyId,
  }
}
