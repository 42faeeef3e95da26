import type { TypeWeb } from '#core/dossiers/web/index.ts'
import { cheminDeLEloge, cheminDepuisUnDossier, cheminDesEloges, cheminDUnNouvelEloge } from './paths.ts'

export { cheminDeLEloge, cheminDesComptes } from './paths.ts'

export const elogeWeb: TypeWeb = {
  code: 'eloge',
  chemin: cheminDeLEloge,
  creation: {
    label: 'Éloge',
    description: 'Un remerciement, en dix secondes',
    href: cheminDUnNouvelEloge(),
    permission: 'eloges.enregistrer',
  },
  depuis: { label: 'En faire un éloge', href: cheminDepuisUnDossier },
  navigation: {
    section: 'dossiers',
    order: 20,
    label: 'Éloges',
    href: cheminDesEloges(),
    permission: 'eloges.lire',
  },
}
