import { listerRecits, obtenirDossier } from '#core/dossiers/index.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { contract } from '../../contract.ts'
import type { Permission } from '../../domain/permissions.ts'
import { refusDInstruire } from '../../domain/rules.ts'
import { obtenirReclamation } from '../store.ts'
import { listerGriefs } from '../store-griefs.ts'
import { enteteDe } from './entete.ts'
import { griefVuPar } from './grief-vu.ts'
import type { DependancesDeLecture } from './obtenir.ts'

type Op = typeof contract.obtenirGriefs

/** The letter in all its versions, and the griefs found in it. */
export function obtenirGriefs({ dossiers }: DependancesDeLecture) {
  return async (ctx: Contexte, { id }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const dossier = await obtenirDossier(ctx.tx, id, null)
    ctx.about({ dossierId: id })
    await obtenirReclamation(ctx.tx, id)
    const { role } = agentDe(ctx)
    const peut = (permission: Permission): boolean => dossiers.peut(role, permission)
    const { griefs, retires } = await listerGriefs(ctx.tx, id)
    const recits = await listerRecits(ctx.tx, id)
    const vu = griefVuPar(peut('reclamations.analyser'))
    const si = (permission: Permission) =>
      peut(permission) ? refusDInstruire(dossier.estClos) : { code: 'permission-manquante' }
    return {
      entete: await enteteDe(ctx.tx, dossier),
      recits: recits.map((r) => ({ ...r, creeA: r.creeA.toISOString() })),
      griefs: griefs.map(vu),
      retires: peut('reclamations.qualifier') ? retires.map(vu) : [],
      actions: { qualifier: si('reclamations.qualifier'), analyser: si('reclamations.analyser') },
    }
  }
}
