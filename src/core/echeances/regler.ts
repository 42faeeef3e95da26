import type { EtablissementId } from '#core/journal/domain/acteur.ts'
import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/uuid.ts'
import type { contract } from './contract.ts'
import { REGLAGES, refusDePlage, refusDeReglage } from './domain/reglages.ts'
import { estCodeDeReglage, lireReglages } from './lire-reglages.ts'
import { insererReglage } from './store.ts'

type Op = typeof contract.regler

export interface DependancesDesEcheances {
  /** called in the transaction of the choice: stored targets must be computed again */
  readonly reglageChange: (tx: Tx, etablissementId: EtablissementId) => Promise<void>
}

const PLAGE_VIDE =
  'À ces heures, aucune relance ne partirait : le début doit venir avant la fin. Pour les arrêter, désactivez-les.'

/** Chooses a value, as a new version. Throws `invalid` for an unknown setting or a value out of its bounds. */
export function regler(d: DependancesDesEcheances) {
  return async (ctx: Contexte, { code, valeur }: InputOf<Op>): Promise<OutputOf<Op>> => {
    const { agentId, etablissementId } = agentDe(ctx)
    if (!estCodeDeReglage(code)) {
      throw new AppError('invalid', { champs: { code: 'Ce réglage n’existe pas. Rechargez la page.' } })
    }
    const refus = refusDeReglage(code, valeur)
    if (refus !== null) {
      const champs = { valeur: `Choisissez une valeur entre ${refus.min} et ${refus.max}.` }
      throw new AppError('invalid', { champs })
    }
    if (refusDePlage({ code, valeur }, await lireReglages(ctx.tx, etablissementId)) !== null)
      throw new AppError('invalid', { champs: { valeur: PLAGE_VIDE } })
    ctx.about({ details: { reglage: code, valeur } })
    const id = uuidv7(ctx.now.getTime())
    await insererReglage(ctx.tx, { id, etablissementId, code, valeur, enregistreA: ctx.now, agentId })
    if (REGLAGES[code].famille === 'echeances') await d.reglageChange(ctx.tx, etablissementId)
    return { code, valeur }
  }
}
