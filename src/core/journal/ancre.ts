/** What a nightly anchor says: how many entries a closed window holds, and their digest. Instants are ISO, in UTC. */
export interface Ancre {
  /** end of the window before, null for the very first one */
  readonly depuis: string | null
  /** excluded */
  readonly jusquA: string
  readonly nombre: number
  /** hexadecimal */
  readonly empreinte: string
}

/** The anchor written in an entry, null when it is of another form: those made before windows cannot be compared. */
export function lireAncre(contenu: string): Ancre | null {
  const { details }: { details?: Partial<Record<keyof Ancre, unknown>> } = JSON.parse(contenu)
  const { depuis = null, jusquA, nombre, empreinte } = details ?? {}
  if (typeof jusquA !== 'string' || typeof nombre !== 'number' || typeof empreinte !== 'string') return null
  return { depuis: typeof depuis === 'string' ? depuis : null, jusquA, nombre, empreinte }
}

/** Ends of the anchors before which a window is missing: each begins where the one before ended. Oldest first. */
export function trousEntre(ancres: readonly Ancre[]): readonly string[] {
  return ancres.flatMap(({ depuis, jusquA }, rang) => {
    const avant = ancres[rang - 1]
    if (avant === undefined) return []
    return depuis !== null && depuis <= avant.jusquA ? [] : [jusquA]
  })
}
