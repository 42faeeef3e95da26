import { agentDe, type Contexte } from '#core/journal/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { contract } from './contract.ts'
import { VOCABULAIRE_MAX } from './creer-etiquette.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { listerEtiquettesEnBase } from './store-etiquettes.ts'

type Op = typeof contract.listerEtiquettes

/** The department's vocabulary, and whether the reader keeps it. */
export const listerEtiquettes =
  (d: DependancesDesDossiers) =>
  async (ctx: Contexte): Promise<OutputOf<Op>> => ({
    etiquettes: await listerEtiquettesEnBase(ctx.tx, VOCABULAIRE_MAX),
    peutTenir: d.peut(agentDe(ctx).role, 'dossiers.regler'),
  })
