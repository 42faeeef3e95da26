import { verifierTypeDeDossier } from '#core/dossiers/testing/verifier-type-de-dossier.ts'
import { reclamation } from './definition.ts'
import { PERMISSIONS } from './permissions.ts'

verifierTypeDeDossier(reclamation, Object.keys(PERMISSIONS))
