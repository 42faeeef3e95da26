import type { DependancesDesCourriers } from '#core/courriers/index.ts'
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
  canalDAccuse,
  type RefusDeReclamation,
  refusDAccuser,
  refusDEnvoyerLAccuse,
  refusDeClasser,
  refusDeNoterEnregistrement,
  refusDeNoterReponse,
  refusDeRemettreCopie,
  refusDInstruire,
  type Situation,
} from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { estEnCours, refusDEnvoyerAilleurs, refusDOrienter } from '../../domain/transmission.ts'
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

/** For each action, why it is refused now, or null: the role first, then the rules. */
function actionsDe(
  peut: (permission: Permission) => boolean,
  situation: Situation,
  canal: Canal,
  uneTotaleAttend: boolean,
): OutputOf<Op>['actions'] {
  const si = (permission: Permission, refus: RefusDeReclamation | null) =>
    peut(permission) ? refus : INTERDIT
  return {
    accuserReception: si('reclamations.accuser-reception', refusDAccuser(situation)),
    envoyerLAccuse: si('reclamations.accuser-reception', refusDEnvoyerLAccuse(situation)),
    noterEnregistrement: si('reclamations.accuser-reception', refusDeNoterEnregistrement(situation)),
    noterReponse: si('reclamations.accuser-reception', refusDeNoterReponse(situation)),
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
    return {
      tronc,
      canal: r.canal,
      receptionOrigine: r.receptionOrigine,
      // the box ticked at arrival; someone may have been added since
      estAnonyme: r.estAnonyme && !aUnAuteur,
      estOrale: r.estOrale,
      copieRemiseA: r.copieRemiseA?.toISOString() ?? null,
      pieces,
      courriers,
      griefs: griefs.map(griefResumePar(dossiers.peut(role, 'reclamations.analyser'))),
      provenances: provenancesVues(provenances, faits),
      transmissions: transmissionsVues(transmissions, courriers),
      silence: silenceVu(tronc.recuLe, provenances),
      canalAccuse: canalDAccuse(r.canal),
      actions: actionsDe(
        (p) => dossiers.peut(role, p),
        situationDe(tronc.etat, faits, aUnAuteur),
        r.canal,
        uneTotaleAttend,
      ),
    }
  }
}
