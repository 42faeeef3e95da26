import { useEffect, useRef, useState } from 'react'

/** What is being written and not saved yet, by place; lost with the tab, which asks before it closes. */
const kept = new Map<string, unknown>()

/** A value kept while one goes to another page and back: which form was open, on what. */
export function useMemory<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  return [
    value,
    (next) => {
      kept.set(key, next)
      setValue(next)
    },
  ]
}

/**
 * A form's values kept while one closes it or goes to another page, and back. `forget` once saved or given up. `key` names
 * the form and what it is about.
 */
export function useKeptValues<T>(
  key: string,
  initial: T,
): { values: T; change: (more: Partial<T>) => void; forget: () => void } {
  const [values, setValues] = useState<T>(() => (kept.get(key) as T | undefined) ?? initial)
  const begun = useRef(kept.has(key))
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (begun.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [])
  return {
    values,
    change: (more) => {
      begun.current = true
      setValues((before) => {
        const next = { ...before, ...more }
        kept.set(key, next)
        return next
      })
    },
    forget: () => {
      begun.current = false
      kept.delete(key)
    },
  }
}
