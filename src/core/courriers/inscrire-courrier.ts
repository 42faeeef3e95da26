import type { Ecriture } from '#core/dossiers/index.ts'
import { agentDe } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import { abandonnerLesCourriers } from './abandonner-courriers.ts'
import { actualiserAttentes } from './actualiser-attentes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { TYPE_WORD } from './document-word.ts'
import type { CanalDeCourrier } from './domain/etat.ts'
import type { CourrierPrepare } from './preparer-courrier.ts'
import { insererCourrier, insererVersion } from './store-vie.ts'

export interface CourrierAInscrire {
  readonly dossierId: string
  readonly courrier: CourrierPrepare
  readonly canal: CanalDeCourrier
  /** codes of the mentions the letter carries, kept as proof */
  readonly mentions: readonly string[]
  /** who it goes to; the address is used by e-mail only */
  readonly destinataire: { readonly nom: string; readonly courriel: string }
  /** whose name it bears, when chosen among the signatories */
  readonly signataireId: string | null
  /** letters of the same code that have not left are given up: this one says the right things */
  readonly remplaceLesPrecedents: boolean
}

const REMPLACE = 'Préparée de nouveau depuis.'

/**
 * Puts a prepared letter in its dossier, as a piece and its first version. The dossier is locked by the caller. 404 outside
 * the perimeter; `refused` while a former one may have left.
 */
export async function inscrireCourrier(
  e: Ecriture,
  d: Pick<DependancesDesCourriers, 'modeles'>,
  a: CourrierAInscrire,
): Promise<{ courrierId: string; pieceId: string }> {
  const { agentId, etablissementId } = agentDe(e)
  const { dossierId, courrier, canal, mentions, destinataire, signataireId } = a
  const { courrierId, nom, objet, code, modeleId, mentionsExigees } = courrier
  if (a.remplaceLesPrecedents)
    await abandonnerLesCourriers(e, d, { dossierId, courriers: { code }, motif: REMPLACE })
  const piece = await ajouterPiece(e.tx, {
    acteur: e.principal,
    dossierId,
    maintenant: e.now,
    nature: 'courrier',
    nom,
    type: TYPE_WORD,
    extension: 'docx',
    apercu: 'aucun',
    objet,
  })
  await insererCourrier(e.tx, {
    id: courrierId,
    dossierId,
    code,
    modeleId,
    pieceId: piece.id,
    canal,
    mentions,
    mentionsExigees,
    produitA: e.now,
    produitPar: agentId,
    signataireId,
    destinataireNom: destinataire.nom,
    destinataireCourriel: destinataire.courriel,
  })
  await insererVersion(e.tx, {
    id: courrierId,
    courrierId,
    dossierId,
    rang: 1,
    origine: 'fusion',
    pieceId: piece.id,
    sha256: objet.sha256,
    estSansIdentite: false,
    produitA: e.now,
    produitPar: agentId,
  })
  await actualiserAttentes(e, d, { id: dossierId, etablissementId })
  return { courrierId, pieceId: piece.id }
}
