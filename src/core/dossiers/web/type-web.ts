import type { CreationEntry, NavigationEntry } from '#platform/web/page-definition.ts'

/** What a case type tells the screens that show dossiers of every type. Listed in `app/web/case-types.ts`. */
export interface TypeWeb {
  /** same code as the server's definition: `reclamation` */
  readonly code: string
  /** address of one dossier */
  readonly chemin: (id: string) => string
  readonly creation: CreationEntry
  /** address that resumes a draft of this type; absent when the type has no draft */
  readonly reprise?: (brouillonId: string) => string
  /** opens a new one filled from another dossier, which is then linked to it: « En faire une réclamation » */
  readonly depuis?: { readonly label: string; readonly href: (origineId: string) => string }
  /** its entry in the left navigation */
  readonly navigation: NavigationEntry
}
