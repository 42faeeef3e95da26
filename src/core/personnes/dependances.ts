import type { Acteur } from '#core/journal/index.ts'
import type { Tx } from '#platform/db/index.ts'

/** A write, by whom and when. */
export interface EcritureDePersonne {
  readonly tx: Tx
  readonly principal: Acteur
  readonly now: Date
}

/** Who was what in a dossier, and came to another record; `estNouvelle`: that one was not it already. */
export interface Deplacement {
  readonly dossierId: string
  readonly role: string
  readonly qualite: string
  readonly estNouvelle: boolean
}

interface Identite {
  readonly id: string
  readonly nom: string
  readonly prenom: string
}

/** What the merge did to dossiers: kept with it, to be undone exactly. */
export interface Demenagement {
  readonly deplacements: readonly Deplacement[]
  /** dossiers whose lists now show the other name */
  readonly renommes: readonly string[]
}

/** What the operations on people receive from the composition root. */
export interface DependancesDesPersonnes {
  /** whether a role holds a permission, over all modules */
  readonly peut: (role: string, permission: string) => boolean
  /** called in the transaction that corrected someone: what shows or finds a dossier by that name must follow */
  readonly personneCorrigee: (
    tx: Tx,
    personneId: string,
    avant: { readonly nom: string; readonly prenom: string },
    apres: { readonly nom: string; readonly prenom: string },
  ) => Promise<void>
  /** Puts one record in the place of another in every dossier of the perimeter, and says so in their timeline. */
  readonly demenager: (e: EcritureDePersonne, de: Identite, vers: Identite) => Promise<Demenagement>
  /** Undoes exactly that. False, and nothing done, when the people of one of these dossiers are no longer what it left. */
  readonly revenir: (
    e: EcritureDePersonne,
    fait: Demenagement,
    a: { readonly de: Identite; readonly vers: Identite },
  ) => Promise<boolean>
}
