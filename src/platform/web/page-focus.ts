let awaited = false

/** A screen that opens on its first field keeps the hands on the keyboard: its title does not take the focus back. */
const opensOnAField = (): boolean =>
  document.activeElement?.matches('main input, main textarea, main select') ?? false

/** After a change of screen: its title takes the focus, at once or as soon as it is there. */
export function focusPageTitle(): void {
  const title = document.querySelector<HTMLElement>('main h1')
  awaited = title === null
  if (!opensOnAField()) title?.focus({ preventScroll: true })
}

/** True once, for the title that was awaited. */
export function consumePageFocus(): boolean {
  const was = awaited
  awaited = false
  return was && !opensOnAField()
}
