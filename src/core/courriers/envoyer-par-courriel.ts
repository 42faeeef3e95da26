import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { PieceVue } from '#core/pieces/index.ts'
import { obtenirEtablissement } from '#core/structures/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { safeFileName } from '#platform/files/index.ts'
import { messageIdOf, type OutgoingMessage, type SendingOutcome } from '#platform/mail/index.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { nomDuCourrier } from './domain/labels.ts'
import { fichiersDuCourriel } from './fichiers-du-courriel.ts'
import { octetsDeLaPiece } from './lire-version.ts'
import { avancer, consulterCourrier, verrouillerCourrier } from './ouvrir-courrier.ts'
import { demanderALAbonne, prevenirLAbonne } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion, envoiDebout, pdfAEnvoyer } from './situation.ts'
import type { CourrierEnBase } from './store-courriers.ts'
import { conclureEnvoi, insererEnvoi } from './store-envois.ts'

type Op = typeof contract.envoyerParCourriel
type Entree = InputOf<Op>

const ISSUES = {
  accepted: 'envoye',
  unknown: 'a-verifier',
  refused: 'non-parti',
  unreachable: 'non-parti',
} as const satisfies Record<SendingOutcome['outcome'], OutputOf<Op>['issue']>

/**
 * Hands the PDF of a letter, and the pieces that go with it, to the mail server. What is too heavy is refused before anything
 * is written. The attempt is written before, its outcome after: what breaks between the
 * two leaves a question, which an agent answers; nothing is ever sent again by itself.
 */
export const envoyerParCourriel =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: Entree): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const { pdf, jointes } = await ctx.read((tx) => lireFichiers({ ...ctx, tx }, d, entree))
    const attachments = []
    for (const { piece, nom } of [pdf, ...jointes]) {
      const content = await octetsDeLaPiece(d, ctx.read, piece.id, piece.taille)
      attachments.push({ fileName: safeFileName(nom), contentType: piece.type, content })
    }
    const tentative = await tenter(ctx, d, entree, pdf.piece.id)
    const issue = await d.messagerie.send({
      messageId: tentative.messageId,
      to: tentative.destinataire,
      subject: entree.objet.trim(),
      text: entree.message,
      attachments: attachments satisfies OutgoingMessage['attachments'],
    })
    return conclure(ctx, d, { id: entree.id, envoiId: tentative.envoiId }, issue)
  }

interface FichierAEnvoyer {
  readonly piece: PieceVue
  /** as its addressee sees it */
  readonly nom: string
}

/** What will leave, refused when it cannot. */
async function lireFichiers(
  ctx: ContexteLibre & { readonly tx: Tx },
  d: DependancesDesCourriers,
  entree: Entree,
): Promise<{ readonly pdf: FichierAEnvoyer; readonly jointes: readonly FichierAEnvoyer[] }> {
  const { courrier, dossier, libelle } = await consulterCourrier(ctx, d, entree, 'envoyerParCourriel')
  ctx.about({ dossierId: dossier.id })
  const { pdf: fait, pieces, refus } = await fichiersDuCourriel(ctx.tx, d, courrier)
  const pdf = fait ?? refuserSi('pdf-absent')
  refuserSi(refus)
  return {
    pdf: { piece: pdf, nom: `${nomDuCourrier(libelle, dossier.numero)}.pdf` },
    jointes: pieces.map((piece) => ({ piece, nom: piece.nom })),
  }
}

interface Tentative {
  readonly envoiId: string
  readonly messageId: string
  readonly destinataire: { readonly name: string; readonly address: string }
}

/** In a transaction of its own: from here on, whatever happens, the letter may have left. */
function tenter(
  ctx: ContexteLibre,
  d: DependancesDesCourriers,
  entree: Entree,
  pieceId: string,
): Promise<Tentative> {
  return ctx.write(async (tx) => {
    const e = { tx, principal: ctx.principal, now: ctx.now }
    const ouvert = await verrouillerCourrier(e, d, entree, 'envoyerParCourriel')
    const { courrier } = ouvert
    if (pdfAEnvoyer(courrier) !== pieceId) refuserSi('pdf-absent')
    await demanderALAbonne(e, d, ouvert, { mode: 'courriel', envoyeLe: aujourdHui(ctx) })
    const { courriel } = await obtenirEtablissement(tx)
    const messageId = messageIdOf(`courrier.${courrier.id}`, courriel)
    const envoiId = uuidv7(ctx.now.getTime())
    await insererEnvoi(tx, {
      id: envoiId,
      courrierId: courrier.id,
      dossierId: courrier.dossierId,
      versionId: derniereVersion(courrier).id,
      mode: 'courriel',
      etat: 'en-cours',
      envoyeLe: null,
      tenteA: ctx.now,
      par: agentDe(ctx).agentId,
      messageId,
      destinataire: courrier.destinataireCourriel,
      numero: null,
      remisA: null,
    })
    await avancer(e, d, ouvert)
    const destinataire = { name: courrier.destinataireNom, address: courrier.destinataireCourriel }
    return { envoiId, messageId, destinataire }
  })
}

function conclure(
  ctx: ContexteLibre,
  d: DependancesDesCourriers,
  { id, envoiId }: { readonly id: string; readonly envoiId: string },
  outcome: SendingOutcome,
): Promise<OutputOf<Op>> {
  const issue = ISSUES[outcome.outcome]
  const raison = 'reason' in outcome ? outcome.reason : ''
  return ctx.write(async (tx) => {
    const e = { tx, principal: ctx.principal, now: ctx.now }
    const ouvert = await verrouillerCourrier(e, d, { id, version: null }, null)
    const dejaDite = issueDejaDite(ouvert.courrier, envoiId, issue)
    if (dejaDite !== null) return { id, version: ouvert.courrier.version, issue: dejaDite, raison }
    const envoyeLe = issue === 'envoye' ? aujourdHui(ctx) : null
    await conclureEnvoi(
      tx,
      { id: envoiId, courrierId: id },
      { etat: issue, envoyeLe, raison, decideA: null, decidePar: null },
    )
    if (envoyeLe !== null) await prevenirLAbonne(e, d, ouvert, { envoiId, mode: 'courriel', envoyeLe })
    return { ...(await avancer(e, d, ouvert)), issue, raison }
  })
}

/**
 * What became of an attempt an agent answered for before the server did; null while it is to be told. What the server
 * accepted did leave, whatever was said, unless something else has left since.
 */
function issueDejaDite(
  courrier: CourrierEnBase,
  envoiId: string,
  issue: OutputOf<Op>['issue'],
): OutputOf<Op>['issue'] | null {
  const debout = envoiDebout(courrier)
  const tentative = courrier.envois.find(({ id }) => id === envoiId)
  if (tentative?.etat === 'en-cours') return null
  if (debout === null) return issue === 'envoye' ? null : 'non-parti'
  return debout.etat === 'envoye' ? 'envoye' : 'a-verifier'
}
