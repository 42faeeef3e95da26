import { lier } from '#core/journal/index.ts'
import { chercher } from './chercher.ts'
import { contract } from './contract.ts'
import { enregistrerConsentement } from './enregistrer-consentement.ts'
import { modifier } from './modifier.ts'
import { retirerConsentement } from './retirer-consentement.ts'

export const routesDesPersonnes = lier('personnes', contract, {
  chercher,
  modifier,
  enregistrerConsentement,
  retirerConsentement,
})
