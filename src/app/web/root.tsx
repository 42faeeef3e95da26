import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import {
  Connexion,
  type EtatDeSession,
  Installation,
  MotDePasseImpose,
  SessionExpiree,
  useEtatDeSession,
} from '#core/agents/web/index.ts'
import { onSignedOut } from '#platform/web/client.ts'
import { ProblemView } from '#platform/web/problem-view.tsx'
import { PageSkeleton } from '#platform/web/skeleton.tsx'
import { Shell } from './shell.tsx'

type Session = NonNullable<EtatDeSession['session']>

/** Decides what a visitor sees first: installation, sign-in, a new password, or the application. */
export function Root() {
  const query = useEtatDeSession()
  const [kept, setKept] = useState<Session | null>(null)
  const [ended, setEnded] = useState(false)
  const state = query.data
  const session = state?.session ?? null
  if (session !== null && session !== kept) {
    if (kept === null) setEnded(false)
    setKept(session)
  }
  useEffect(() => onSignedOut(() => setEnded(true)), [])

  if (state === undefined) {
    if (!query.isError) return <PageSkeleton />
    const retry = <Button onClick={() => void query.refetch()}>Réessayer</Button>
    return <ProblemView error={query.error} action={retry} />
  }
  if (kept === null) {
    return (
      <Gate>
        {state.installationRequise ? <Installation /> : <Connexion demonstration={state.demonstration} />}
      </Gate>
    )
  }
  if (kept.doitChangerMotDePasse) {
    return (
      <Gate>
        <MotDePasseImpose />
      </Gate>
    )
  }
  // What was being typed stays on screen, under the dialog, when the session ends.
  return (
    <>
      <Shell session={kept} demonstration={state.demonstration} />
      <SessionExpiree
        opened={ended || session === null}
        agentId={kept.agentId}
        onReturn={() => setEnded(false)}
      />
    </>
  )
}

const Gate = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
)
