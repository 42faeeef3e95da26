import type { Tx } from '#platform/db/index.ts'
import type { EtablissementSaisi } from './contract.ts'
import { insererEtablissement } from './store.ts'

/** First installation: the establishment, in the mainland zone and calendar until it says otherwise. */
export async function creerEtablissement(
  tx: Tx,
  id: string,
  etablissement: Omit<EtablissementSaisi, 'adresse' | 'signataireNom' | 'signataireQualite'> & {
    readonly adresse: readonly string[]
  },
  maintenant: Date,
): Promise<void> {
  const { nom, finess, serviceNom, adresse, courriel, telephone, tribunal } = etablissement
  const saisie = { nom, finess, serviceNom, adresse, courriel, telephone, tribunal }
  await insererEtablissement(tx, { ...saisie, id, creeA: maintenant })
}
