import { aujourdHui, type DependancesDesDossiers, lireTronc, obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import { repondantsDe } from '#core/taches/domain/repondants.ts'
import { type DependancesDesTaches, lireAnnuaire } from '#core/taches/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { ATransmettre } from '../../contract-transmission.ts'
import { masquerLesNoms } from '../../domain/accord.ts'
import { type ElogeEnBase, obtenirEloge } from '../store.ts'
import { listerTransmissions } from '../store-transmissions.ts'
import { lireSignature } from './signature.ts'
import { transmissionVue } from './transmission-vue.ts'

type Op = typeof contract.obtenir

/** What praises need from the composition root. */
export interface DependancesDesEloges {
  readonly dossiers: DependancesDesDossiers
  readonly taches: Pick<DependancesDesTaches, 'courriel'>
}

type Tronc = OutputOf<Op>['tronc']

/** What the department needs to hand it on: who may be named, in what words, to whom. Four statements. */
async function lireCeQuiPartira(
  ctx: Contexte,
  { taches }: DependancesDesEloges,
  { tronc, eloge }: { readonly tronc: Tronc; readonly eloge: ElogeEnBase },
): Promise<ATransmettre> {
  const { id: dossierId, personnes } = tronc
  const { auteur } = await obtenirDossier(ctx.tx, dossierId, null)
  const e = { dossierId, auteur, accord: eloge.accord, personnes }
  const { signature, noms } = await lireSignature(ctx.tx, e, aujourdHui(ctx))
  const recit = tronc.recits.at(-1)?.texte ?? ''
  const annuaire = await lireAnnuaire(ctx.tx, aujourdHui(ctx))
  const sansAdresse = { destinataireNom: '', destinataireCourriel: '' }
  return {
    accord: eloge.accord,
    forme: eloge.forme,
    accordLe: eloge.accordLe,
    signature,
    auteur,
    texte: signature === '' ? masquerLesNoms(recit, noms) : recit,
    equipes: tronc.services.map(({ id, nom }) => ({
      id,
      nom,
      repondants: repondantsDe({ structureId: id, ...sansAdresse }, annuaire).map((r) => ({
        nom: r.nom,
        courriel: r.courriel,
      })),
    })),
    courrielIndisponible: taches.courriel.unavailable,
  }
}

/** A praise, where it went, and for the department what would be handed on. Twelve statements at most. */
export function obtenir(d: DependancesDesEloges) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const eloge = await obtenirEloge(ctx.tx, id)
    const { tronc } = await lireTronc(ctx, d.dossiers, id)
    const transmissions = (await listerTransmissions(ctx.tx, id)).map(transmissionVue)
    const pieces = await listerPieces(ctx.tx, id)
    const peut = d.dossiers.peut(agentDe(ctx).role, 'eloges.transmettre')
    const aTransmettre = peut ? await lireCeQuiPartira(ctx, d, { tronc, eloge }) : null
    return { tronc, canal: eloge.canal, pieces, transmissions, aTransmettre }
  }
}
