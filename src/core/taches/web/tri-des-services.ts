import type { ServiceInterroge } from '../contract-services.ts'

export const ORDRES = [
  { cle: 'service', titre: 'Service' },
  { cle: 'attendues', titre: 'En attente' },
  { cle: 'retard', titre: 'En retard' },
  { cle: 'ancienne', titre: 'La plus ancienne' },
  { cle: 'delai', titre: 'Délai médian' },
] as const
export type Ordre = (typeof ORDRES)[number]['cle']

const parNom = (a: ServiceInterroge, b: ServiceInterroge): number => a.nom.localeCompare(b.nom, 'fr')
/** A day far ahead stands for none. */
const jour = ({ plusAncienneLe }: ServiceInterroge): string => plusAncienneLe ?? '9999'

const COMPARER = {
  service: () => 0,
  attendues: (a, b) => b.attendues - a.attendues,
  retard: (a, b) => b.enRetard - a.enRetard || (jour(a) < jour(b) ? -1 : 1),
  ancienne: (a, b) => (jour(a) === jour(b) ? 0 : jour(a) < jour(b) ? -1 : 1),
  delai: (a, b) => (b.delaiMedian ?? -1) - (a.delaiMedian ?? -1),
} as const satisfies Record<Ordre, (a: ServiceInterroge, b: ServiceInterroge) => number>

/** The rows in the order asked for: what presses first, then by name. */
export const triees = (services: readonly ServiceInterroge[], ordre: Ordre): readonly ServiceInterroge[] =>
  services.toSorted((a, b) => COMPARER[ordre](a, b) || parNom(a, b))
