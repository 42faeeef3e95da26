import type { TypeWeb } from '#core/dossiers/web/index.ts'
import { cheminDeLaListe, cheminDOuverture, cheminDuPretDeFauteuil } from './paths.ts'

export const pretDeFauteuilWeb: TypeWeb = {
  code: 'pret-de-fauteuil',
  chemin: cheminDuPretDeFauteuil,
  creation: {
    label: 'Prêt de fauteuil',
    description: 'Ouvrir un dossier',
    href: cheminDOuverture(),
    permission: 'pret-de-fauteuil.enregistrer',
  },
  navigation: {
    section: 'dossiers',
    order: 80,
    label: 'Prêts de fauteuil',
    href: cheminDeLaListe(),
    permission: 'pret-de-fauteuil.lire',
  },
}
