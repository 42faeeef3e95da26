import { type Ecriture, obtenirDossier, verrouillerDossier } from '#core/dossiers/index.ts'
import type { Acteur } from '#core/journal/index.ts'
import { oublierLeTexte } from '#core/pieces/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { AppError } from '#platform/errors.ts'
import { actualiserAttentes } from './actualiser-attentes.ts'
import type { DependancesDesCourriers } from './dependances.ts'
import type { SituationDuCourrier } from './domain/etat.ts'
import { type ActionDeCourrier, refusDAction } from './domain/rules.ts'
import type { Signataire } from './domain/signataire.ts'
import { refuserSi } from './refuser.ts'
import { derniereVersion, situationDe } from './situation.ts'
import { type CourrierEnBase, trouverCourrierEnBase, trouverDossierDuCourrier } from './store-courriers.ts'
import { avancerCourrier, bloquerCourrier, listerSignatairesEnBase } from './store-vie.ts'

type Dossier = Awaited<ReturnType<typeof obtenirDossier>>

/** A letter, its dossier, and what the rules look at. */
export interface CourrierOuvert {
  readonly courrier: CourrierEnBase
  readonly dossier: Dossier
  readonly libelle: string
  readonly situation: SituationDuCourrier
  readonly signataires: readonly Signataire[]
}

interface Lecture {
  readonly tx: Tx
  readonly principal: Acteur
  readonly now: Date
}

/** Someone was faster: what the letter is now travels with the refusal. */
function refuserVersion({ courrier, situation }: CourrierOuvert, version: number | null): void {
  if (version === null || courrier.version === version) return
  const { rang, agent, produitA } = derniereVersion(courrier)
  throw new AppError('stale', {
    message: 'Quelqu’un a travaillé sur ce courrier entre-temps.',
    actuel: {
      version: courrier.version,
      etat: situation.etat,
      rang,
      agent,
      produitA: new Date(produitA).toISOString(),
    },
  })
}

async function lire(
  { tx, principal, now }: Lecture,
  d: DependancesDesCourriers,
  id: string,
  dossierDe: (dossierId: string) => Promise<Dossier>,
): Promise<CourrierOuvert> {
  const dossierId = await trouverDossierDuCourrier(tx, id)
  if (dossierId === null) throw new AppError('not-found')
  const dossier = await dossierDe(dossierId)
  const courrier = await trouverCourrierEnBase(tx, id)
  if (courrier === null) throw new AppError('not-found')
  const signataires = await listerSignatairesEnBase(tx)
  const situation = situationDe(d, courrier, { principal, now, estClos: dossier.estClos, signataires })
  const libelle = d.modeles.trouver(courrier.code)?.libelle ?? courrier.nom
  return { courrier, dossier, libelle, situation, signataires }
}

/**
 * A letter about to be worked on outside a transaction. 404 outside the perimeter, 409 `stale` with what it is now, or the
 * refusal of the action.
 */
export async function consulterCourrier(
  lecture: Lecture,
  d: DependancesDesCourriers,
  cible: { readonly id: string; readonly version: number | null },
  action: ActionDeCourrier | null,
): Promise<CourrierOuvert> {
  const ouvert = await lire(lecture, d, cible.id, (dossierId) => obtenirDossier(lecture.tx, dossierId, null))
  refuserVersion(ouvert, cible.version)
  if (action !== null) refuserSi(refusDAction(action, ouvert.situation))
  return ouvert
}

/** The same in the transaction that writes: the dossier and the letter are locked until it ends. */
export async function verrouillerCourrier(
  e: Ecriture,
  d: DependancesDesCourriers,
  cible: { readonly id: string; readonly version: number | null },
  action: ActionDeCourrier | null,
): Promise<CourrierOuvert> {
  const ouvert = await lire(e, d, cible.id, async (dossierId) => {
    const dossier = await verrouillerDossier(e.tx, dossierId, null)
    await bloquerCourrier(e.tx, cible.id)
    return dossier
  })
  refuserVersion(ouvert, cible.version)
  if (action !== null) refuserSi(refusDAction(action, ouvert.situation))
  return ouvert
}

/** Ends a write: a new version number, and who owes what on the dossier. `pieceId`: the file the letter now is. */
export async function avancer(
  e: Ecriture,
  d: DependancesDesCourriers,
  { courrier, dossier }: CourrierOuvert,
  pieceId?: string,
): Promise<{ id: string; version: number }> {
  const version = await avancerCourrier(e.tx, courrier.id, pieceId)
  if (pieceId !== undefined && pieceId !== courrier.pieceId)
    await oublierLeTexte(e.tx, { dossierId: dossier.id, pieceId: courrier.pieceId })
  await actualiserAttentes(e, d, dossier)
  return { id: courrier.id, version }
}
