import type { DependancesDesCourriers } from '#core/courriers/index.ts'
import { listerCourriers } from '#core/courriers/index.ts'
import { type DependancesDesDossiers, lireTronc } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import { listerPieces } from '#core/pieces/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { Permission } from '../../domain/permissions.ts'
import {
  canalDAccuse,
  refusDAccuser,
  refusDeNoterEnregistrement,
  refusDeNoterEnvoi,
  refusDeNoterReponse,
  refusDeRemettreCopie,
} from '../../domain/rules.ts'
import { situationDe } from '../../domain/situation.ts'
import { obtenirReclamation } from '../store.ts'

type Op = typeof contract.obtenir

export interface DependancesDeLecture {
  readonly dossiers: DependancesDesDossiers
  readonly courriers: DependancesDesCourriers
}

const INTERDIT = { code: 'permission-manquante' } as const

/** A complaint with everything its page shows, and for each action why it is refused now, or null. */
export function obtenir({ dossiers, courriers: letters }: DependancesDeLecture) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const r = await obtenirReclamation(ctx.tx, id)
    const { tronc, faits } = await lireTronc(ctx, dossiers, id)
    const pieces = await listerPieces(ctx.tx, id)
    const courriers = await listerCourriers(ctx.tx, id, letters.modeles)
    const aUnAuteur = tronc.personnes.some((p) => p.role === 'auteur')
    const situation = situationDe(tronc.etat, faits, aUnAuteur)
    const { role } = agentDe(ctx)
    const permis = (permission: Permission): boolean => dossiers.peut(role, permission)
    const accuser = permis('reclamations.accuser-reception')
    return {
      tronc,
      canal: r.canal,
      receptionOrigine: r.receptionOrigine,
      estAnonyme: r.estAnonyme,
      estOrale: r.estOrale,
      copieRemiseA: r.copieRemiseA?.toISOString() ?? null,
      pieces,
      courriers,
      canalAccuse: canalDAccuse(r.canal),
      actions: {
        accuserReception: accuser ? refusDAccuser(situation) : INTERDIT,
        noterEnvoi: accuser ? refusDeNoterEnvoi(situation) : INTERDIT,
        noterEnregistrement: accuser ? refusDeNoterEnregistrement(situation) : INTERDIT,
        noterReponse: accuser ? refusDeNoterReponse(situation) : INTERDIT,
        remettreCopie: permis('reclamations.enregistrer')
          ? refusDeRemettreCopie(r.canal, situation.faits)
          : INTERDIT,
      },
    }
  }
}
