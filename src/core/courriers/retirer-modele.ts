import type { Contexte } from '#core/journal/index.ts'
import { AppError } from '#platform/errors.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import { REFUS_DES_COURRIERS } from './domain/labels.ts'
import { obtenirModele } from './obtenir-modele.ts'
import { retirerVersions } from './store.ts'

/** Back to the shipped template. The withdrawn versions stay: letters were made from them. */
export const retirerModele =
  (d: DependancesDesCourriers) =>
  async (ctx: Contexte, { code }: { code: string }): Promise<Record<string, never>> => {
    ctx.about({ modele: obtenirModele(d, code).code })
    if ((await retirerVersions(ctx.tx, code, ctx.now)) === 0) {
      throw new AppError('refused', { refus: 'modele-livre', message: REFUS_DES_COURRIERS['modele-livre'] })
    }
    return {}
  }
