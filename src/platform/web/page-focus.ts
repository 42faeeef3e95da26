let awaited: string | null = null

/** Told by the router after a change of screen: the next title shown there takes the focus. */
export function requestPageFocus(pathname: string): void {
  awaited = pathname
}

/** True once for the screen that was awaited. */
export function consumePageFocus(pathname: string): boolean {
  if (awaited !== pathname) return false
  awaited = null
  return true
}
