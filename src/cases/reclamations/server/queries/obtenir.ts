import type { CourrierVu, DependancesDesCourriers } from '#core/courriers/index.ts'
import { listerCourriers } from '#core/courriers/index.ts'
import type { Canal } from '#core/dossiers/domain/canal.ts'
import { type DependancesDesDossiers, lireTronc } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import type { DependancesDesTaches } from '#core/taches/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { Permission } from '../../domain/permissions.ts'
import {
  CODE_DE_LA_REPONSE,
  type GriefConclu,
  type GriefsDits,
  griefsDeLaReponsePartie,
  griefsDitsPar,
  refusDEnvoyerLaReponse,
  refusDEnvoyerUneReponse,
  refusDeClore,
  refusDePreparerLaReponse,
  refusDeRestituer,
} from '../../domain/reponse.ts'
import {
  canalDAccuse,
  type RefusDeReclamation,
  refusDAccuser,
  refusDEnvoyerLAccuse,
  refusDeClasser,
  refusDeNoterEnregistrement,
  refusDeRemettreCopie,
  refusDInstruire,
  type Situation,
} from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { estEnCours, refusDEnvoyerAilleurs, refusDOrienter } from '../../domain/transmission.ts'
import { griefConclu } from '../courriers/griefs-conclus.ts'
import { obtenirReclamation } from '../store.ts'
import { listerGriefs } from '../store-griefs.ts'
import { lirePassages } from '../store-transmissions.ts'
import { griefResumePar } from './grief-vu.ts'
import { provenancesVues, silenceVu, transmissionsVues } from './passages.ts'

type Op = typeof contract.obtenir

export interface DependancesDeLecture {
  readonly dossiers: DependancesDesDossiers
  readonly courriers: DependancesDesCourriers
  readonly taches: DependancesDesTaches
}

const INTERDIT = { code: 'permission-manquante' } as const

interface Vu {
  readonly situation: Situation
  readonly canal: Canal
  readonly griefs: readonly GriefConclu[]
  readonly uneTotaleAttend: boolean
  /** what the answer still here tells; null without one */
  readonly dits: GriefsDits | null
  /** what the answer that left told */
  readonly partie: GriefsDits | null
}

/** For each action, why it is refused now, or null: the role first, then the rules. */
function actionsDe(peut: (permission: Permission) => boolean, vu: Vu): OutputOf<Op>['actions'] {
  const { situation, canal, griefs, uneTotaleAttend, partie } = vu
  const si = <R extends RefusDeReclamation>(permission: Permission, refus: R | null) =>
    peut(permission) ? refus : INTERDIT
  return {
    accuserReception: si('reclamations.accuser-reception', refusDAccuser(situation)),
    envoyerLAccuse: si('reclamations.accuser-reception', refusDEnvoyerLAccuse(situation)),
    noterEnregistrement: si('reclamations.accuser-reception', refusDeNoterEnregistrement(situation)),
    preparerReponse: si('reclamations.repondre', refusDePreparerLaReponse(situation, griefs, partie)),
    envoyerLaReponse: si('reclamations.repondre', refusDEnvoyerLaReponse(situation, griefs, vu)),
    noterReponse: si('reclamations.repondre', refusDEnvoyerUneReponse(situation, griefs, partie)),
    clore: si('reclamations.clore', refusDeClore(situation, griefs, partie)),
    restituer: si('reclamations.analyser', refusDeRestituer(situation, griefs, partie)),
    classerSansReponse: si('reclamations.clore', refusDeClasser(situation, 'retiree')),
    remettreCopie: si('reclamations.enregistrer', refusDeRemettreCopie(canal, situation.faits)),
    qualifier: si('reclamations.qualifier', refusDInstruire(situation.etat === 'clos')),
    transmettre: si('reclamations.transmettre', refusDEnvoyerAilleurs(situation, uneTotaleAttend)),
    orienter: si(
      'reclamations.transmettre',
      refusDEnvoyerAilleurs(situation, uneTotaleAttend) ?? refusDOrienter(situation, { estTotale: false }, 0),
    ),
    rouvrir: peut('reclamations.clore') ? null : { code: 'rouvrir-reserve' },
  }
}

/** A letter without what the department wrote to itself about it: opinions, and why it was given up. */
const sansTravail = (courrier: CourrierVu): CourrierVu => ({ ...courrier, visas: [], motifDAbandon: null })

/** A complaint with everything its page shows. */
export function obtenir({ dossiers, courriers: letters }: DependancesDeLecture) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const r = await obtenirReclamation(ctx.tx, id)
    const { tronc, faits } = await lireTronc(ctx, dossiers, id)
    const pieces = await listerPieces(ctx.tx, id)
    const courriers = await listerCourriers(ctx, letters, tronc)
    const { provenances, transmissions } = await lirePassages(ctx.tx, id)
    const uneTotaleAttend = transmissions.some((t) => t.estTotale && estEnCours(t))
    const aUnAuteur = tronc.personnes.some((p) => p.role === 'auteur')
    const { role } = agentDe(ctx)
    const { griefs } = await listerGriefs(ctx.tx, id)
    const attendue = courriers.find(
      (c) => c.code === CODE_DE_LA_REPONSE && c.etat !== 'envoye' && c.etat !== 'abandonne',
    )
    return {
      tronc,
      canal: r.canal,
      receptionOrigine: r.receptionOrigine,
      // the box ticked at arrival; someone may have been added since
      estAnonyme: r.estAnonyme && !aUnAuteur,
      estOrale: r.estOrale,
      copieRemiseA: r.copieRemiseA?.toISOString() ?? null,
      pieces,
      courriers: dossiers.peut(role, 'courriers.consulter') ? courriers : courriers.map(sansTravail),
      griefs: griefs.map(griefResumePar(dossiers.peut(role, 'reclamations.analyser'))),
      provenances: provenancesVues(provenances, faits),
      transmissions: transmissionsVues(transmissions, courriers),
      silence: silenceVu(tronc.recuLe, provenances),
      canalAccuse: canalDAccuse(r.canal),
      actions: actionsDe((p) => dossiers.peut(role, p), {
        situation: situationDe(tronc.etat, faits, aUnAuteur),
        canal: r.canal,
        griefs: griefs.map(griefConclu),
        uneTotaleAttend,
        dits: attendue === undefined ? null : griefsDitsPar(faits, attendue.id),
        partie: griefsDeLaReponsePartie(faits),
      }),
    }
  }
}
