import { CLASSES } from '#core/dossiers/contract.ts'
import type { DossierVerrouille } from '#core/dossiers/index.ts'
import { nomsDesStructures } from '#core/structures/index.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import type { contract } from '../../contract.ts'

/** What the working pages show above everything. One statement: the names of the services. */
export async function enteteDe(
  tx: Tx,
  { id, numero, objet, recuLe, estClos, classe, services }: DossierVerrouille,
): Promise<OutputOf<typeof contract.obtenirGriefs>['entete']> {
  const noms = await nomsDesStructures(tx, services)
  return {
    id,
    numero,
    objet,
    recuLe,
    estClos,
    classe: CLASSES.find((c) => c === classe) ?? 'ordinaire',
    services: services.flatMap((service) => {
      const nom = noms.get(service)
      return nom === undefined ? [] : [{ id: service, nom }]
    }),
  }
}
