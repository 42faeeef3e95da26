import { verifierTypeDeDossier } from '#core/dossiers/testing/verifier-type-de-dossier.ts'
import { reclamation } from './definition.ts'
import { PERMISSIONS } from './permissions.ts'

// answered by its letter or by an exception that is noted, left by the closing
verifierTypeDeDossier(reclamation, Object.keys(PERMISSIONS), ['repondu'])
