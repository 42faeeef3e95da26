import { useEffect, useSyncExternalStore } from 'react'

interface Toast {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | null
}

/** What can still be done about what was said: « Annuler ». */
export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

const SHOWN_MS = 8000
/** time to read, decide, and reach the button by keyboard */
const SHOWN_WITH_ACTION_MS = 20_000
let current: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function publish(toasts: readonly Toast[]): void {
  current = toasts
  for (const listener of listeners) listener()
}

/** Says that something is done, for a few seconds, without taking the focus. Errors never go here. */
export function toast(text: string, action: ToastAction | null = null): void {
  publish([...current.slice(-2), { id: next, text, action }])
  next += 1
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const close = (line: Toast): void => publish(current.filter((one) => one.id !== line.id))

function ToastLine({ toast: line }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => close(line), line.action === null ? SHOWN_MS : SHOWN_WITH_ACTION_MS)
    return () => clearTimeout(timer)
  }, [line])
  const { action } = line
  return (
    <div className="pv-toast">
      <svg width="16" height="16" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 6.5 4.8 9.2 10 3.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {line.text}
      {action !== null && (
        <button
          type="button"
          className="pv-toast-action"
          onClick={() => {
            close(line)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
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
