import type { TypeWeb } from '#core/dossiers/web/index.ts'
import {
  cheminDeLaReclamation,
  cheminDepuisUnDossier,
  cheminDesReclamations,
  cheminDUneNouvelleReclamation,
} from './paths.ts'

export const reclamationWeb: TypeWeb = {
  code: 'reclamation',
  chemin: (id) => cheminDeLaReclamation(id),
  reprise: (brouillonId) => cheminDUneNouvelleReclamation(brouillonId),
  creation: {
    label: 'Réclamation',
    description: 'À partir d’un courriel, d’un scan, d’un appel ou d’une visite',
    href: cheminDUneNouvelleReclamation(),
    permission: 'reclamations.enregistrer',
  },
  depuis: { label: 'En faire une réclamation', href: cheminDepuisUnDossier },
  navigation: {
    section: 'dossiers',
    order: 10,
    label: 'Réclamations',
    href: cheminDesReclamations(),
    permission: 'reclamations.lire',
  },
}
