import { verifierTypeDeDossier } from '#core/dossiers/testing/verifier-type-de-dossier.ts'
import { contact } from './definition.ts'
import { PERMISSIONS } from './permissions.ts'

verifierTypeDeDossier(contact, Object.keys(PERMISSIONS))
