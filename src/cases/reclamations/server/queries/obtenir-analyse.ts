import { obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { Permission } from '../../domain/permissions.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { obtenirReclamation } from '../store.ts'
import { listerCauses, listerFaitsRelates } from '../store-analyse.ts'
import { listerGriefs } from '../store-griefs.ts'
import { listerMesures } from '../store-mesures.ts'
import { enteteDe } from './entete.ts'
import { griefVuPar } from './grief-vu.ts'
import type { DependancesDeLecture } from './obtenir.ts'

type Op = typeof contract.obtenirAnalyse

const INTERDIT = { code: 'permission-manquante' } as const

/** What happened, why, what was found of each grief, and what changes. */
export function obtenirAnalyse({ dossiers }: DependancesDeLecture) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await obtenirDossier(ctx.tx, id, null)
    ctx.about({ dossierId: id })
    await obtenirReclamation(ctx.tx, id)
    const { role } = agentDe(ctx)
    const permission: Permission = 'reclamations.analyser'
    const analyse = dossiers.peut(role, permission)
    const { griefs } = await listerGriefs(ctx.tx, id)
    const faits = await listerFaitsRelates(ctx.tx, id)
    // causes are working papers, as findings are
    const causes = analyse ? await listerCauses(ctx.tx, id) : []
    return {
      entete: await enteteDe(ctx.tx, dossier),
      griefs: griefs.map(griefVuPar(analyse)),
      faits,
      causes,
      mesures: await listerMesures(ctx.tx, id),
      actions: {
        analyser: analyse ? refusDInstruire(dossier.estClos) : INTERDIT,
        suivre: analyse ? null : INTERDIT,
      },
    }
  }
}
