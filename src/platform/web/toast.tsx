import { useEffect, useSyncExternalStore } from 'react'

interface Toast {
  readonly id: number
  readonly text: string
}

const SHOWN_MS = 8000
let current: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function publish(toasts: readonly Toast[]): void {
  current = toasts
  for (const listener of listeners) listener()
}

/** Says that something is done, for a few seconds, without taking the focus. Errors never go here. */
export function toast(text: string): void {
  publish([...current.slice(-2), { id: next, text }])
  next += 1
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function ToastLine({ toast: line }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => publish(current.filter((one) => one.id !== line.id)), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [line.id])
  return (
    <div className="pv-toast">
      <svg width="16" height="16" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 6.5 4.8 9.2 10 3.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {line.text}
    </div>
  )
}

/** Where toasts appear: once, in the shell. A polite live region, present before anything is said. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(subscribe, () => current)
  return (
    <div className="pv-toasts" role="status" aria-live="polite">
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </div>
  )
}
