import { lier } from '#core/journal/index.ts'
import { annulerFusion } from './annuler-fusion.ts'
import { apercevoirFusion } from './apercevoir-fusion.ts'
import { chercher } from './chercher.ts'
import { contract } from './contract.ts'
import type { DependancesDesPersonnes } from './dependances.ts'
import { distinguer } from './distinguer.ts'
import { enregistrerConsentement } from './enregistrer-consentement.ts'
import { fusionner } from './fusionner.ts'
import { identifier } from './identifier.ts'
import { lireIdentifiant } from './lire-identifiant.ts'
import { lister } from './lister.ts'
import { listerConsentements } from './lister-consentements.ts'
import { modifier } from './modifier.ts'
import { obtenir } from './obtenir.ts'
import { rapprocherDeNouveau } from './rapprocher.ts'
import { retirerConsentement } from './retirer-consentement.ts'

export const routesDesPersonnes = (d: DependancesDesPersonnes) =>
  lier('personnes', contract, {
    chercher,
    lister,
    obtenir: obtenir(d),
    identifier,
    lireIdentifiant,
    distinguer,
    rapprocher: rapprocherDeNouveau,
    apercevoirFusion,
    fusionner: fusionner(d),
    annulerFusion: annulerFusion(d),
    modifier: modifier(d),
    enregistrerConsentement,
    listerConsentements,
    retirerConsentement,
  })
