import type { ComponentType } from 'react'

/** One screen of a module, loaded when first visited. `path` in the router's syntax: `/dossiers/$id`. */
export interface PageDefinition {
  readonly path: `/${string}`
  readonly load: () => Promise<ComponentType>
  /** title of the browser tab until the screen says better */
  readonly title: string
  /** hidden and refused without it; absent: any signed-in agent */
  readonly permission?: string
  /** `bare`: without navigation and without a session (sign-in, first run) */
  readonly frame?: 'bare' | 'full-width'
}

/** An entry of the left navigation. */
export interface NavigationEntry {
  readonly label: string
  readonly href: string
  readonly permission: string
  readonly section: 'top' | 'dossiers' | 'follow-up' | 'settings'
  /** smaller first */
  readonly order: number
}

/** A choice of « Nouveau ». */
export interface CreationEntry {
  readonly label: string
  readonly description: string
  readonly href: string
  readonly permission: string
  /** a key of its own, for what is created all day long */
  readonly shortcut?: string
}
