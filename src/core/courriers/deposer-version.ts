import { createHash } from 'node:crypto'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { reviewUploadedDocx } from '#platform/documents/index.ts'
import { type StoredObject, safeFileName } from '#platform/files/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { type DependancesDesCourriers, TAILLE_MAX_DU_COURRIER } from './dependances.ts'
import { TYPE_WORD } from './document-word.ts'
import { nomDuCourrier, SANS_IDENTITE } from './domain/labels.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, consulterCourrier, verrouillerCourrier } from './ouvrir-courrier.ts'
import { avecObjet, lireEnvoi } from './recevoir-fichier.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion } from './situation.ts'
import { annulerVisasEnAttente, insererVersion } from './store-vie.ts'
import { verifierLettre } from './verifier-lettre.ts'

type Op = typeof contract.deposerVersion
type Entree = InputOf<Op>

const TROP_GROS =
  'Cette lettre dépasse 20\u00a0Mo. Réduisez la taille de ses images, puis déposez-la de nouveau.'

/**
 * The Word file an agent corrected becomes the next version of its letter. With a single defect nothing is kept: all of
 * them are listed. A visa given on the former version no longer counts.
 */
export const deposerVersion =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: Entree): Promise<OutputOf<Op>> => {
    const { octets } = await lireEnvoi(ctx, TAILLE_MAX_DU_COURRIER, TROP_GROS)
    ctx.about({ objectId: entree.id })
    const { courrier, dossier } = await ctx.read((tx) =>
      consulterCourrier({ ...ctx, tx }, d, entree, 'reimporter'),
    )
    ctx.about({ dossierId: dossier.id })
    const rien = { id: courrier.id, version: courrier.version, rang: null }
    if (createHash('sha256').update(octets).digest('hex') === derniereVersion(courrier).sha256)
      refuserSi('version-identique')
    const lue = await reviewUploadedDocx(octets)
    if (!lue.ok) {
      const { code, message } = lue.refusal
      return { ...rien, defauts: [{ code, endroit: 'fichier', message }], aConfirmer: null }
    }
    const { mentionsExigees } = courrier
    const attendue = { courrierId: courrier.id, numero: dossier.numero, mentionsExigees }
    const { defauts, estSansIdentite } = verifierLettre(lue.review, attendue)
    ctx.about({ details: { defauts: defauts.length, sansIdentite: estSansIdentite } })
    if (defauts.length > 0) return { ...rien, defauts: [...defauts], aConfirmer: null }
    if (estSansIdentite && entree.sansIdentite === 'refuser')
      return { ...rien, defauts: [], aConfirmer: SANS_IDENTITE }
    const depot = { entree, estSansIdentite }
    return avecObjet(d.fichiers, octets, (objet) => inscrire(ctx, d, depot, objet))
  }

function inscrire(
  ctx: ContexteLibre,
  d: DependancesDesCourriers,
  { entree, estSansIdentite }: { readonly entree: Entree; readonly estSansIdentite: boolean },
  objet: StoredObject,
): Promise<OutputOf<Op>> {
  return ctx.write(async (tx) => {
    const e = { tx, principal: ctx.principal, now: ctx.now }
    const ouvert = await verrouillerCourrier(e, d, entree, 'reimporter')
    const { courrier, dossier, libelle } = ouvert
    const rang = derniereVersion(courrier).rang + 1
    const piece = await ajouterPiece(tx, {
      acteur: ctx.principal,
      dossierId: dossier.id,
      maintenant: ctx.now,
      nature: 'courrier',
      nom: safeFileName(`${nomDuCourrier(libelle, dossier.numero)} v${rang}.docx`),
      type: TYPE_WORD,
      extension: 'docx',
      apercu: 'aucun',
      objet,
    })
    await insererVersion(tx, {
      id: uuidv7(ctx.now.getTime()),
      courrierId: courrier.id,
      dossierId: dossier.id,
      rang,
      origine: 'reimport',
      pieceId: piece.id,
      sha256: objet.sha256,
      estSansIdentite,
      produitA: ctx.now,
      produitPar: agentDe(ctx).agentId,
    })
    await annulerVisasEnAttente(tx, courrier.id, ctx.now)
    await noterAuDossier(e, ouvert, { code: 'courrier-corrige', precision: `version ${rang}` })
    const effet = await avancer(e, d, ouvert, piece.id)
    return { ...effet, rang, defauts: [], aConfirmer: null }
  })
}
