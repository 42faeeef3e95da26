let awaited = false

/** After a change of screen: its title takes the focus, at once or as soon as it is there. */
export function focusPageTitle(): void {
  const title = document.querySelector<HTMLElement>('main h1')
  awaited = title === null
  title?.focus({ preventScroll: true })
}

/** True once, for the title that was awaited. */
export function consumePageFocus(): boolean {
  const was = awaited
  awaited = false
  return was
}
