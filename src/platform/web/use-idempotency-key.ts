import { useCallback, useRef } from 'react'
import { uuidv7 } from '../uuid.ts'

/**
 * One key per creation: the same through double clicks, replays and lost connections, renewed only after success.
 * Not `crypto.randomUUID`: it does not exist on a page served without TLS.
 */
export function useIdempotencyKey(): { current: () => string; renew: () => void } {
  const key = useRef<string | null>(null)
  const current = useCallback(() => {
    key.current ??= uuidv7(Date.now())
    return key.current
  }, [])
  const renew = useCallback(() => {
    key.current = null
  }, [])
  return { current, renew }
}
