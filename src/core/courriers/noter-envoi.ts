import { aujourdHui } from '#core/dossiers/index.ts'
import { jourDe } from '#core/echeances/domain/jour-civil.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { numeroDeRecommande, refusDeNumero } from './domain/recommande.ts'
import { modesPossibles, refusDeJourDEnvoi } from './domain/rules.ts'
import { avancer, type CourrierOuvert, verrouillerCourrier } from './ouvrir-courrier.ts'
import { demanderALAbonne, prevenirLAbonne } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion } from './situation.ts'
import { daterCourrier, insererEnvoi } from './store-envois.ts'

type Op = typeof contract.noterEnvoi
type Entree = InputOf<Op>

/** What the mode asks for beside the day. */
function precisionsDe({ mode, numero, remisA }: Entree): { numero: string | null; remisA: string | null } {
  switch (mode) {
    case 'recommande': {
      const lu = numeroDeRecommande(numero)
      refuserSi(refusDeNumero(lu), 'numero')
      return { numero: lu, remisA: null }
    }
    case 'main-propre':
      if (remisA.trim() === '') refuserSi('remise-sans-nom', 'remisA')
      return { numero: null, remisA: remisA.trim() }
    case 'poste':
    case 'courriel':
      return { numero: null, remisA: null }
  }
}

function verifierLeJour(ctx: Contexte, { courrier }: CourrierOuvert, envoyeLe: string): void {
  const prepareLe = jourDe(new Date(derniereVersion(courrier).produitA), agentDe(ctx).fuseau)
  const lettre = { prepareLe, signeLe: courrier.signature?.signeLe ?? null }
  refuserSi(refusDeJourDEnvoi(envoyeLe, lettre, aujourdHui(ctx)), 'envoyeLe')
}

/** Records that a letter left by someone's hand, and tells the case it belongs to. */
export const noterEnvoi =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, entree: Entree): Promise<OutputOf<Op>> => {
    const ouvert = await verrouillerCourrier(ctx, d, entree, 'noterEnvoi')
    const { courrier, dossier, situation } = ouvert
    const { mode, envoyeLe } = entree
    ctx.about({ dossierId: dossier.id, objectId: courrier.id, details: { mode } })
    if (!modesPossibles(situation.canal).includes(mode)) refuserSi('mode-incompatible', 'mode')
    const precisions = precisionsDe(entree)
    await demanderALAbonne(ctx, d, ouvert, { mode, envoyeLe })
    verifierLeJour(ctx, ouvert, envoyeLe)
    const envoiId = uuidv7(ctx.now.getTime())
    await insererEnvoi(ctx.tx, {
      id: envoiId,
      courrierId: courrier.id,
      dossierId: dossier.id,
      versionId: derniereVersion(courrier).id,
      mode,
      etat: 'envoye',
      envoyeLe,
      tenteA: ctx.now,
      par: agentDe(ctx).agentId,
      messageId: null,
      destinataire: mode === 'courriel' ? courrier.destinataireCourriel : courrier.destinataireNom,
      ...precisions,
    })
    await daterCourrier(ctx.tx, courrier.id, envoyeLe)
    await prevenirLAbonne(ctx, d, ouvert, { envoiId, mode, envoyeLe })
    return avancer(ctx, d, ouvert)
  }
