import type { ObjectRef } from '#platform/files/index.ts'
import { APERCUS, alerte, NATURES_DE_PIECE, type PieceVue } from './contract.ts'
import { phraseDeLecture } from './domain/labels.ts'
import type { Lecture } from './domain/lecture.ts'
import type { LignePiece } from './store.ts'

const connue = <T extends string>(valeurs: readonly T[], valeur: string): T => {
  const trouvee = valeurs.find((v) => v === valeur)
  if (trouvee === undefined) throw new Error(`Unknown code in pieces.piece: ${valeur}`)
  return trouvee
}

/** A row as screens see it. Throws on a code the contract does not know. */
export function vueDe(ligne: LignePiece & { readonly lecture?: Lecture | null }): PieceVue {
  const { lecture = null } = ligne
  return {
    id: ligne.id,
    nature: connue(NATURES_DE_PIECE, ligne.nature),
    pieceMereId: ligne.pieceMereId,
    nom: ligne.nom,
    type: ligne.type,
    extension: ligne.extension,
    apercu: connue(APERCUS, ligne.apercu),
    taille: ligne.taille,
    sha256: ligne.sha256,
    alertes: alerte.array().parse(ligne.alertes),
    deposeeA: ligne.deposeeA.toISOString(),
    lecture: lecture === null ? null : { etat: lecture.etat, phrase: phraseDeLecture(lecture) },
  }
}

/** What is needed to read the bytes of a piece. */
export const objetDe = (ligne: LignePiece): ObjectRef => ({
  key: ligne.objetCle,
  size: ligne.taille,
  wrappedKey: ligne.cleEnveloppee,
  keyId: ligne.cleId,
})
