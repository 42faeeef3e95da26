import { useCallback, useEffect, useRef, useState } from 'react'
import { formatTime } from './formats.ts'

const DELAY_MS = 1000
const RETRY_MS = 5000

export interface Draft<T> {
  /** to call at each change: saved one second after the last one */
  changed: (value: T) => void
  /** saves at once what is waiting, before leaving or sending */
  flush: () => Promise<void>
  /** forgets what is waiting: after the real save */
  discard: () => void
  /** « Brouillon enregistré à 14 h 32 », or what prevents it; null before the first change */
  status: string | null
}

/** Autosave of what is being typed. `save` receives the value and gives the instant of the saving (ISO). */
export function useDraft<T>(save: (value: T) => Promise<{ modifieA: string }>): Draft<T> {
  const [status, setStatus] = useState<string | null>(null)
  const waiting = useRef<{ value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const running = useRef<Promise<void> | null>(null)
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
  })

  const flush = useCallback(async (): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current)
    await running.current
    const next = waiting.current
    if (next === null) return
    waiting.current = null
    running.current = saving.current(next.value).then(
      ({ modifieA }) => setStatus(`Brouillon enregistré à ${formatTime(modifieA)}`),
      () => {
        waiting.current ??= next
        setStatus('Brouillon non enregistré : la saisie reste à l’écran, nouvel essai dans un instant.')
        timer.current = setTimeout(() => void flush(), RETRY_MS)
      },
    )
    await running.current
    running.current = null
  }, [])

  const changed = useCallback(
    (value: T) => {
      waiting.current = { value }
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), DELAY_MS)
    },
    [flush],
  )

  const discard = useCallback(() => {
    waiting.current = null
    if (timer.current !== null) clearTimeout(timer.current)
  }, [])

  // Leaving the screen saves what the last second has not.
  useEffect(() => () => void flush(), [flush])
  return { changed, flush, discard, status }
}
