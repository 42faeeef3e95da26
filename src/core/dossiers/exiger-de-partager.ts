import { agentDe, type Contexte } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DependancesDesDossiers } from './registre.ts'

/** A shared list is seen by the whole department: only its members share. Throws `invalid`. */
export function exigerDePartager(d: DependancesDesDossiers, ctx: Contexte, estPartagee: boolean): void {
  if (!estPartagee || d.peut(agentDe(ctx).role, 'dossiers.modifier')) return
  throw new AppError('invalid', {
    champs: { estPartagee: 'Seuls les agents des relations avec les usagers partagent une liste.' },
  })
}

/** Whose list it is, or who keeps the department's. Throws `forbidden`. */
export function exigerDeModifierLaListe(
  d: DependancesDesDossiers,
  ctx: Contexte,
  liste: { readonly agentId: string; readonly estPartagee: boolean },
): void {
  const { agentId, role } = agentDe(ctx)
  if (liste.agentId === agentId || (liste.estPartagee && d.peut(role, 'dossiers.regler'))) return
  throw new AppError('forbidden')
}
