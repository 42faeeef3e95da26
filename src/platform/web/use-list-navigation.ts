import { type KeyboardEvent, useCallback, useState } from 'react'

export interface ListNavigation {
  readonly active: number
  readonly setActive: (rank: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const nextRank = (key: string, active: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return Math.min(count - 1, active + 10)
    case 'PageUp':
      return Math.max(0, active - 10)
    default:
      return null
  }
}

/**
 * Arrows, Home, End, pages and Enter over a list of `count` lines. The caller moves the focus or the selection in
 * `onMove` and opens in `onOpen`. Keys typed in a field inside a line are left alone.
 */
export function useListNavigation(
  count: number,
  actions: { onMove?: (rank: number) => void; onOpen?: (rank: number) => void },
): ListNavigation {
  const [active, setActive] = useState(-1)
  const { onMove, onOpen } = actions
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return
      if (event.key === 'Enter' && active >= 0 && active < count && onOpen !== undefined) {
        event.preventDefault()
        onOpen(active)
        return
      }
      const rank = nextRank(event.key, active, count)
      if (rank === null) return
      event.preventDefault()
      setActive(rank)
      onMove?.(rank)
    },
    [active, count, onMove, onOpen],
  )
  return { active, setActive, onKeyDown }
}
