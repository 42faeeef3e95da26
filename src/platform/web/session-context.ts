import { createContext, useContext } from 'react'

/** What any screen may need of the session, without knowing who keeps it. */
export interface WebSession {
  readonly userId: string
  readonly userName: string
  readonly can: (permission: string) => boolean
  /** day of the establishment, 'YYYY-MM-DD' */
  readonly today: string
  readonly timeZone: string
}

export const WebSessionContext = createContext<WebSession | null>(null)

/** The signed-in session. Only inside the shell: throws elsewhere. */
export function useWebSession(): WebSession {
  const session = useContext(WebSessionContext)
  if (session === null) throw new Error('useWebSession outside of a signed-in screen')
  return session
}
