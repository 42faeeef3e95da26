import { lier } from '#core/journal/index.ts'
import { chercher } from './chercher.ts'
import { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { enregistrerConsentement } from './enregistrer-consentement.ts'
import { listerConsentements } from './lister-consentements.ts'
import { modifier } from './modifier.ts'
import { retirerConsentement } from './retirer-consentement.ts'

export const routesDesPersonnes = (d: DependancesDesPersonnes) =>
  lier('personnes', contract, {
    chercher,
    modifier: modifier(d),
    enregistrerConsentement,
    listerConsentements,
    retirerConsentement,
  })
