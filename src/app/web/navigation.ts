import { cheminDeLExploitation } from '#activities/exploitation/web/index.ts'
import { cheminDesComptes } from '#cases/eloges/web/index.ts'
import { cheminDesAbsences, cheminDesAgents } from '#core/agents/web/index.ts'
import { cheminDesModeles, cheminDesSignataires } from '#core/courriers/web/index.ts'
import { cheminDesAffaires, cheminDesListes, type TypeWeb } from '#core/dossiers/web/index.ts'
import { cheminDesReglages } from '#core/echeances/web/index.ts'
import { cheminDuRegistre } from '#core/personnes/web/index.ts'
import {
  cheminDeLEtablissement,
  cheminDesCorrespondants,
  cheminDesStructures,
} from '#core/structures/web/index.ts'
import { cheminDesDemandesRecues, cheminDesServicesInterroges } from '#core/taches/web/index.ts'
import type { NavigationEntry } from '#platform/web/page-definition.ts'
import { CASE_TYPES } from './case-types.ts'

const ENTRIES: readonly NavigationEntry[] = [
  { section: 'top', order: 1, label: 'Aujourd’hui', href: '/', permission: 'dossiers.consulter' },
  {
    section: 'top',
    order: 2,
    label: 'Mes demandes',
    href: cheminDesDemandesRecues(),
    permission: 'taches.repondre',
  },
  {
    section: 'dossiers',
    order: 90,
    label: 'Tous les dossiers',
    href: cheminDesListes(),
    permission: 'dossiers.consulter',
  },
  {
    section: 'follow-up',
    order: 10,
    label: 'Ce que les services doivent',
    href: cheminDesServicesInterroges(),
    permission: 'taches.consulter',
  },
  {
    section: 'follow-up',
    order: 30,
    label: 'Éloges par service',
    href: cheminDesComptes(),
    permission: 'eloges.compter',
  },
  {
    section: 'dossiers',
    order: 91,
    label: 'Affaires',
    href: cheminDesAffaires(),
    permission: 'affaires.consulter',
  },
  {
    section: 'dossiers',
    order: 92,
    label: 'Personnes',
    href: cheminDuRegistre(),
    permission: 'personnes.consulter',
  },
  {
    section: 'follow-up',
    order: 40,
    label: 'Absences',
    href: cheminDesAbsences(),
    permission: 'agents.declarer-une-absence',
  },
  {
    section: 'settings',
    order: 10,
    label: 'Modèles de courrier',
    href: cheminDesModeles(),
    permission: 'courriers.consulter',
  },
  {
    section: 'settings',
    order: 15,
    label: 'Signataires',
    href: cheminDesSignataires(),
    permission: 'courriers.consulter',
  },
  {
    section: 'settings',
    order: 20,
    label: 'Délais internes',
    href: cheminDesReglages(),
    permission: 'echeances.consulter',
  },
  {
    section: 'settings',
    order: 25,
    label: 'Correspondants',
    href: cheminDesCorrespondants(),
    permission: 'structures.tenir-les-correspondants',
  },
  {
    section: 'settings',
    order: 30,
    label: 'Agents',
    href: cheminDesAgents(),
    permission: 'agents.administrer',
  },
  {
    section: 'settings',
    order: 40,
    label: 'Structures',
    href: cheminDesStructures(),
    permission: 'structures.administrer',
  },
  {
    section: 'settings',
    order: 50,
    label: 'Établissement',
    href: cheminDeLEtablissement(),
    permission: 'structures.administrer',
  },
  {
    section: 'settings',
    order: 60,
    label: 'Exploitation',
    href: cheminDeLExploitation(),
    permission: 'exploitation.consulter',
  },
]

/** A chef de service sees the dossiers of his services only: the entry says so. */
const worded = (entry: NavigationEntry, seesEverything: boolean): NavigationEntry =>
  entry.label === 'Tous les dossiers' && !seesEverything
    ? { ...entry, label: 'Dossiers de mes services' }
    : entry

/** Entries a role may open, in order. */
export function navigationOf(can: (permission: string) => boolean): readonly NavigationEntry[] {
  const seesEverything = can('dossiers.modifier')
  return [...ENTRIES, ...CASE_TYPES.map(({ navigation }) => navigation)]
    .filter(({ permission }) => can(permission))
    .map((entry) => worded(entry, seesEverything))
    .sort((a, b) => a.order - b.order)
}

/** Choices of « Nouveau » for a role. */
export const creationsOf = (can: (permission: string) => boolean): readonly TypeWeb['creation'][] =>
  CASE_TYPES.map(({ creation }) => creation).filter(({ permission }) => can(permission))
