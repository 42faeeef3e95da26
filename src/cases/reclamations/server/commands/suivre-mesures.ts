import { type DossierVerrouille, remplacerAttentes } from '#core/dossiers/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { attentesDesMesures } from '../../domain/analyse.ts'
import { listerMesures } from '../store-mesures.ts'

/** Rewrites what the dossier waits for on the side of its measures: one past its day comes back on the home. */
export async function suivreMesures(tx: Tx, dossier: DossierVerrouille): Promise<void> {
  const mesures = await listerMesures(tx, dossier.id)
  const suivies = mesures.map((m) => ({
    ...m,
    structure: m.structure?.nom ?? null,
    agent: m.agent?.nom ?? null,
    agentId: m.agent?.id ?? null,
  }))
  await remplacerAttentes(tx, dossier, 'reclamations', attentesDesMesures(suivies))
}
