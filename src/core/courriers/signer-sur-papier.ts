import { aujourdHui } from '#core/dossiers/index.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import { ajouterPiece } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { type StoredObject, safeFileName } from '#platform/files/index.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { nomDuCourrier } from './domain/labels.ts'
import { peutSigner, type Signataire } from './domain/signataire.ts'
import { exigerBlocDeSignature } from './exiger-bloc-de-signature.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, type CourrierOuvert, consulterCourrier, verrouillerCourrier } from './ouvrir-courrier.ts'
import { exigerLActualite } from './prevenir-abonne.ts'
import { avecObjet, type DocumentRecu, lireDocument } from './recevoir-fichier.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion } from './situation.ts'
import { insererSignature } from './store-vie.ts'

type Op = typeof contract.signerSurPapier
type Entree = InputOf<Op>

/** The delegation the letter was signed under that day. */
function delegationDuJour(
  ctx: ContexteLibre,
  { courrier, signataires }: CourrierOuvert,
  { signataireId, signeLe }: Entree,
): Signataire {
  if (signeLe > aujourdHui(ctx)) refuserSi('envoi-dans-l-avenir', 'signeLe')
  const prepareLe = jourDe(new Date(derniereVersion(courrier).produitA), agentDe(ctx).fuseau)
  if (signeLe < prepareLe) refuserSi('envoi-avant-preparation', 'signeLe')
  const choisi = signataires.find((s) => s.id === signataireId && peutSigner(s, courrier.code, signeLe))
  return choisi ?? refuserSi('signataire-inconnu', 'signataireId')
}

/** The letter was signed by hand: its scan, the day and the signatory. What is scanned is what leaves by e-mail. */
export const signerSurPapier =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: Entree): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const scan = await lireDocument(ctx, d.tailleMax, 'pdf-ou-image')
    const lu = await ctx.read((tx) => consulterCourrier({ ...ctx, tx }, d, entree, 'signerSurPapier'))
    ctx.about({ dossierId: lu.dossier.id })
    const delegation = delegationDuJour(ctx, lu, entree)
    await exigerBlocDeSignature(d, ctx.read, derniereVersion(lu.courrier), delegation)
    return avecObjet(d.fichiers, scan.octets, (objet) => inscrire(ctx, d, entree, { scan, objet }))
  }

function inscrire(
  ctx: ContexteLibre,
  d: DependancesDesCourriers,
  entree: Entree,
  { scan, objet }: { readonly scan: DocumentRecu; readonly objet: StoredObject },
): Promise<OutputOf<Op>> {
  return ctx.write(async (tx) => {
    const e = { tx, principal: ctx.principal, now: ctx.now }
    const ouvert = await verrouillerCourrier(e, d, entree, 'signerSurPapier')
    const { courrier, dossier, libelle } = ouvert
    await exigerLActualite(e, d, ouvert)
    const delegation = delegationDuJour(ctx, ouvert, entree)
    const { nom, qualite } = delegation
    const piece = await ajouterPiece(tx, {
      acteur: ctx.principal,
      dossierId: dossier.id,
      maintenant: ctx.now,
      nature: 'numerisation',
      nom: safeFileName(`${nomDuCourrier(libelle, dossier.numero)} signé.${scan.extension}`),
      type: scan.type,
      extension: scan.extension,
      apercu: scan.apercu,
      objet,
    })
    await insererSignature(tx, {
      courrierId: courrier.id,
      dossierId: dossier.id,
      versionId: derniereVersion(courrier).id,
      signataireId: delegation.id,
      nature: 'papier',
      nom,
      qualite,
      delegation: delegation.delegation,
      delegationDepuis: delegation.depuis,
      delegationJusquAu: delegation.jusquAu,
      sha256: objet.sha256,
      signeLe: entree.signeLe,
      signeA: ctx.now,
      agentId: agentDe(ctx).agentId,
      scanPieceId: piece.id,
    })
    await noterAuDossier(e, ouvert, {
      code: 'courrier-signe',
      survenuLe: entree.signeLe,
      precision: `sur papier, par ${nom}`,
      details: { nom, qualite },
    })
    return avancer(e, d, ouvert)
  })
}
