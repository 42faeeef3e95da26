import { nomsDesStructures } from '#core/structures/index.ts'
import { AppError } from '#platform/errors.ts'
import { aujourdHui, type Ecriture } from './ecriture.ts'
import { enregistrerFaitSeul } from './enregistrer-fait.ts'
import { reindexer } from './reindexer.ts'
import { changerDossier, type DossierVerrouille, remplacerRattachements } from './store.ts'

/**
 * Makes a service one of those a dossier concerns, when it is not yet: its chef then reads the dossier. A new version of the
 * dossier, and a fact; nothing when it already is. The row must have been locked before. Throws `invalid` under `champ`
 * when the service is not of the establishment.
 */
export async function ajouterService(
  e: Ecriture,
  dossier: DossierVerrouille,
  serviceId: string,
  champ: string,
): Promise<void> {
  if (dossier.services.includes(serviceId)) return
  const connus = await nomsDesStructures(e.tx, [serviceId])
  if (!connus.has(serviceId))
    throw new AppError('invalid', { champs: { [champ]: 'Ce service n’existe pas.' } })
  const services = [...dossier.services, serviceId]
  await changerDossier(e.tx, dossier.id, { services }, e.now)
  await remplacerRattachements(e.tx, dossier.id, services, dossier.recuLe)
  await enregistrerFaitSeul(e, dossier.id, {
    code: 'services-modifies',
    survenuLe: aujourdHui(e),
    details: { avant: dossier.services, apres: services },
  })
  await reindexer(e.tx, dossier.id)
}
