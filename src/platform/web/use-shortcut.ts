import { useEffect, useSyncExternalStore } from 'react'

const STORAGE_KEY = 'pv-single-key-shortcuts'
const listeners = new Set<() => void>()

const read = (): boolean => {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off'
  } catch {
    return true
  }
}

/** Single-letter shortcuts disturb voice input: each agent may turn them off (WCAG 2.1.4). */
export function useSingleKeyShortcuts(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, read)
  const set = (value: boolean): void => {
    try {
      localStorage.setItem(STORAGE_KEY, value ? 'on' : 'off')
    } catch {
      // a browser that refuses storage keeps the default
    }
    for (const listener of listeners) listener()
  }
  return [on, set]
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isDisturbed = (target: EventTarget | null): boolean =>
  isTyping(target) || !read() || document.querySelector('[role=dialog]') !== null

/** Runs `action` on a single key outside fields and dialogs, or on Ctrl/Cmd + key anywhere. */
export function useShortcut(key: string, action: () => void, options: { ctrl?: boolean } = {}): void {
  const ctrl = options.ctrl === true
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.key.toLowerCase() !== key) return
      const modified = event.ctrlKey || event.metaKey
      if (ctrl !== modified) return
      if (!ctrl && isDisturbed(event.target)) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [key, ctrl, action])
}
