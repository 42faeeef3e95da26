import type { CreationEntry } from '#platform/web/page-definition.ts'

export interface Shortcut {
  readonly keys: readonly string[]
  readonly text: string
}

/** What the keyboard does, as told in the help; each creation that has a key of its own is among them. */
export const shortcutsOf = (creations: readonly CreationEntry[]): readonly Shortcut[] => [
  { keys: ['Ctrl', 'K'], text: 'Chercher, aller à une page, créer' },
  { keys: ['/'], text: 'Chercher' },
  { keys: ['n'], text: 'Nouveau dossier' },
  ...creations.flatMap(({ label, shortcut }) =>
    shortcut === undefined
      ? []
      : [{ keys: [shortcut], text: `Nouveau\u00a0: ${label.toLocaleLowerCase('fr')}` }],
  ),
  { keys: ['↑', '↓'], text: 'Passer d’une ligne à l’autre dans une liste' },
  { keys: ['Entrée'], text: 'Ouvrir la ligne' },
  { keys: ['x'], text: 'Choisir la ligne, pour agir sur plusieurs dossiers' },
  { keys: ['Maj', '↓'], text: 'Choisir aussi la suivante' },
  { keys: ['Échap'], text: 'Fermer une fenêtre' },
]

/** « /, n et x »: those that act on a key pressed alone, which the agent may turn off. */
export const singleKeysOf = (shortcuts: readonly Shortcut[]): string =>
  new Intl.ListFormat('fr').format(
    shortcuts.flatMap(({ keys: [key = '', ...others] }) =>
      key.length === 1 && others.length === 0 ? [key] : [],
    ),
  )
