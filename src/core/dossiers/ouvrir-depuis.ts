import { AppError } from '#platform/errors.ts'
import type { TypeDeDossier } from './domain/definition.ts'
import type { Ecriture } from './ecriture.ts'
import { inscrireLien } from './lier.ts'
import { heriterLesConflits } from './proteger.ts'
import type { DependancesDesDossiers } from './registre.ts'
import { type DossierVerrouille, verrouillerDossier } from './store.ts'

type Issus = Pick<DependancesDesDossiers, 'issus'>

/**
 * Locks the dossier another one is being opened from; null when there is none. Throws `not-found` outside the perimeter or
 * for a type nothing is opened from.
 */
export async function prendreOrigine(
  e: Ecriture,
  { issus }: Issus,
  origineId: string | null,
): Promise<DossierVerrouille | null> {
  if (origineId === null) return null
  const origine = await verrouillerDossier(e.tx, origineId, null)
  if (!Object.hasOwn(issus, origine.type)) throw new AppError('not-found')
  return origine
}

/** Links what was just opened to the dossier it comes from, and tells the type of the latter. Nothing without an origin. */
export async function signalerIssue(
  e: Ecriture,
  { issus }: Issus,
  origine: DossierVerrouille | null,
  issu: { readonly id: string; readonly numero: string; readonly type: TypeDeDossier },
): Promise<void> {
  if (origine === null) return
  await inscrireLien(e, { id: issu.id, versId: origine.id, nature: 'suite-de' })
  await heriterLesConflits(e, { de: origine.id, vers: issu.id })
  await issus[origine.type]?.(e, { origine, ...issu })
}
