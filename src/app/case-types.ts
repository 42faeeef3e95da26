import {
  contact,
  contactTransforme,
  PERMISSIONS_DES_CONTACTS,
  routesDesContacts,
} from '#cases/contacts/index.ts'
import { eloge, PERMISSIONS_DES_ELOGES, routesDesEloges } from '#cases/eloges/index.ts'
import {
  abonnesDesReclamations,
  accuseReception,
  avisDeTransmission,
  faitDeReclamationRectifie,
  feuilleDesGriefs,
  orientation,
  PERMISSIONS_DES_RECLAMATIONS,
  reclamation,
  reponse,
  routesDesReclamations,
  transmission,
} from '#cases/reclamations/index.ts'
import type { AbonnesDesCourriers, DependancesDesCourriers, ModeleDeCourrier } from '#core/courriers/index.ts'
import type { TypeDeDossier } from '#core/dossiers/domain/definition.ts'
import type {
  DependancesDesDossiers,
  DossierIssu,
  FaitRectifie,
  FeuilleDExport,
} from '#core/dossiers/index.ts'
import type { Acteur, Role } from '#core/journal/index.ts'
import type { DependancesDesTaches } from '#core/taches/index.ts'
import type { Binding } from '#platform/http/index.ts'
// new:case: import { pretDeFauteuil, PERMISSIONS_PRET_DE_FAUTEUIL, routesPretDeFauteuil } from '#cases/pret-de-fauteuil/index.ts'

/** What a case type may need from the composition root. */
export interface DependancesDesTypes {
  readonly dossiers: DependancesDesDossiers
  readonly courriers: DependancesDesCourriers
  readonly taches: DependancesDesTaches
}

/** A case type as the application assembles it: its procedure, who may do what, its operations. */
export interface CaseType {
  readonly definition: TypeDeDossier
  readonly permissions: Readonly<Record<string, readonly Role[]>>
  readonly routes: (d: DependancesDesTypes) => readonly Binding<Acteur>[]
  /** its letters, and what it does of them when they leave */
  readonly modeles?: readonly ModeleDeCourrier[]
  readonly abonnesDesCourriers?: AbonnesDesCourriers
  /** what it keeps elsewhere of the day of a fact, once that day is corrected */
  readonly faitRectifie?: FaitRectifie
  /** what it does when another dossier is opened from one of its own; absent: none may be */
  readonly dossierIssu?: DossierIssu
  /** ways to export its lists, beside one row per dossier */
  readonly feuilles?: readonly FeuilleDExport[]
}

/** The case types of this application: one line each. */
export const CASE_TYPES: readonly CaseType[] = [
  {
    definition: reclamation,
    permissions: PERMISSIONS_DES_RECLAMATIONS,
    routes: routesDesReclamations,
    modeles: [accuseReception, reponse, transmission, avisDeTransmission, orientation],
    abonnesDesCourriers: abonnesDesReclamations,
    faitRectifie: faitDeReclamationRectifie,
    feuilles: [feuilleDesGriefs],
  },
  { definition: eloge, permissions: PERMISSIONS_DES_ELOGES, routes: routesDesEloges },
  {
    definition: contact,
    permissions: PERMISSIONS_DES_CONTACTS,
    routes: routesDesContacts,
    dossierIssu: contactTransforme,
  },
  // new:case: { definition: pretDeFauteuil, permissions: PERMISSIONS_PRET_DE_FAUTEUIL, routes: routesPretDeFauteuil },
]
