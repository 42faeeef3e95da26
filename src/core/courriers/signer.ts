import { confirmerMotDePasse } from '#core/agents/index.ts'
import { aujourdHui } from '#core/dossiers/index.ts'
import { agentDe, type ContexteLibre } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { delegationDe, type Signataire } from './domain/signataire.ts'
import { exigerBlocDeSignature } from './exiger-bloc-de-signature.ts'
import { noterAuDossier } from './noter-au-dossier.ts'
import { avancer, type CourrierOuvert, consulterCourrier, verrouillerCourrier } from './ouvrir-courrier.ts'
import { exigerLActualite } from './prevenir-abonne.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion } from './situation.ts'
import { insererSignature } from './store-vie.ts'

type Op = typeof contract.signer

function maDelegation(ctx: ContexteLibre, { courrier, signataires }: CourrierOuvert): Signataire {
  const { agentId } = agentDe(ctx)
  return delegationDe(signataires, agentId, courrier.code, aujourdHui(ctx)) ?? refuserSi('sans-delegation')
}

/**
 * Signs the last version: the signatory's own account, a delegation that stands today, the password entered again. The
 * bytes are frozen by their digest; no version follows.
 */
export const signer =
  (d: DependancesDesCourriers) =>
  async (ctx: ContexteLibre, entree: InputOf<Op>): Promise<OutputOf<Op>> => {
    ctx.about({ objectId: entree.id })
    const lu = await ctx.read((tx) => consulterCourrier({ ...ctx, tx }, d, entree, 'signer'))
    ctx.about({ dossierId: lu.dossier.id })
    await exigerBlocDeSignature(d, ctx.read, derniereVersion(lu.courrier), maDelegation(ctx, lu))
    const oublier = await confirmerMotDePasse(d, ctx, entree.motDePasse)
    return ctx.write(async (tx) => {
      const e = { tx, principal: ctx.principal, now: ctx.now }
      const ouvert = await verrouillerCourrier(e, d, entree, 'signer')
      const { courrier } = ouvert
      await exigerLActualite(e, d, ouvert)
      const delegation = maDelegation(ctx, ouvert)
      const { id: versionId, sha256 } = derniereVersion(courrier)
      const { nom, qualite } = delegation
      await oublier(tx)
      await insererSignature(tx, {
        courrierId: courrier.id,
        dossierId: courrier.dossierId,
        versionId,
        signataireId: delegation.id,
        nature: 'application',
        nom,
        qualite,
        delegation: delegation.delegation,
        delegationDepuis: delegation.depuis,
        delegationJusquAu: delegation.jusquAu,
        sha256,
        signeLe: aujourdHui(ctx),
        signeA: ctx.now,
        agentId: agentDe(ctx).agentId,
        scanPieceId: null,
      })
      await noterAuDossier(e, ouvert, {
        code: 'courrier-signe',
        precision: `par ${nom}`,
        details: { nom, qualite, sha256 },
      })
      return avancer(e, d, ouvert)
    })
  }
