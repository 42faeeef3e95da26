import { verifierTypeDeDossier } from '#core/dossiers/testing/verifier-type-de-dossier.ts'
import { pretDeFauteuil } from './definition.ts'
import { PERMISSIONS } from './permissions.ts'

verifierTypeDeDossier(pretDeFauteuil, Object.keys(PERMISSIONS))
