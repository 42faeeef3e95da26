import type { Tx } from '#platform/db/index.ts'
import { cleDuCourriel, clesDeRapprochement } from './domain/cles.ts'
import { comparerLesRapprochements, type Rapprochement, rapprocher } from './domain/rapprochement.ts'
import { listerParCles, type PersonneComparable } from './store-rapprochements.ts'

export interface Rapprochee {
  readonly autre: PersonneComparable
  readonly rapprochement: Rapprochement
}

/** Keys under which one person meets the others. */
export const clesDe = ({ comparable }: PersonneComparable) => ({
  cles: clesDeRapprochement(comparable),
  debuts: [],
  courriel: cleDuCourriel(comparable.courriel),
  matricule: comparable.matricule ?? '',
})

/** What of these records goes together with one, the surest first; those said to be someone else are left out. */
export function rapprocherDe(
  une: PersonneComparable,
  autres: readonly PersonneComparable[],
  distinguees: ReadonlySet<string>,
): Rapprochee[] {
  return autres
    .filter(({ personne: { id } }) => id !== une.personne.id && !distinguees.has(id))
    .flatMap((autre) => {
      const rapprochement = rapprocher(une.comparable, autre.comparable)
      return rapprochement === null ? [] : [{ autre, rapprochement }]
    })
    .toSorted((a, b) => comparerLesRapprochements(a.rapprochement, b.rapprochement))
}

/** The other records one may be, homonyms included and last. One statement. */
export async function listerRapprochees(
  tx: Tx,
  etablissementId: string,
  une: PersonneComparable,
  distinguees: ReadonlySet<string>,
): Promise<Rapprochee[]> {
  return rapprocherDe(une, await listerParCles(tx, etablissementId, clesDe(une)), distinguees)
}
