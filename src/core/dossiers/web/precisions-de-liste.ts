import type { ListeEnregistree } from '../contract-listes.ts'

/** « s’ouvre en premier · partagée par Hélène Marchand » */
export const precisions = ({ estParDefaut, estPartagee, estMienne, par }: ListeEnregistree): string =>
  [
    estParDefaut ? 's’ouvre en premier' : '',
    estPartagee ? (estMienne ? 'partagée avec le service' : `partagée par ${par}`) : 'pour moi seul',
  ]
    .filter((p) => p !== '')
    .join(' · ')
