import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ConfirmRegion } from './confirm.tsx'
import { toProblem } from './problem-error.ts'
import { cssVariables, theme } from './theme.ts'
import { ToastRegion } from './toast.tsx'

/** A refusal does not become an acceptance by insisting: only the network deserves another try. */
const deservesRetry = (count: number, error: Error): boolean =>
  count < 1 && toProblem(error).code === 'offline'

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // « always »: the machine may think it is offline while the server is on the local network.
      queries: { staleTime: 15_000, retry: deservesRetry, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })

/** What every screen stands on: theme, cache of readings, toasts and questions. */
export function WebProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newClient)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={client}>
        {children}
        <ToastRegion />
        <ConfirmRegion />
      </QueryClientProvider>
    </MantineProvider>
  )
}
