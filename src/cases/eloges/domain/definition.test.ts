import { verifierTypeDeDossier } from '#core/dossiers/testing/verifier-type-de-dossier.ts'
import { eloge } from './definition.ts'
import { PERMISSIONS } from './permissions.ts'

verifierTypeDeDossier(eloge, Object.keys(PERMISSIONS), ['transmis'])
