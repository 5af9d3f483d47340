import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Desk } from '../bridge/desk.ts'
import { DeskProvider } from '../bridge/desk-context.tsx'
import { refreshOnEvents } from '../bridge/queries.ts'
import { styleNonce } from '../bridge/style-nonce.ts'
import type { Wire } from '../bridge/wire.ts'
import { ShortcutProvider } from '../ui/shortcuts.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { SessionGate } from './SessionGate.tsx'
import { cssVariables, theme } from './theme.ts'

type Props = { readonly wire: Wire; readonly desk: Desk; readonly queries: QueryClient }

export function App({ wire, desk, queries }: Props) {
  useEffect(() => refreshOnEvents(queries, wire), [queries, wire])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <DeskProvider desk={desk} wire={wire}>
              <ShortcutProvider>
                {/* The router's own way of being told where addresses are kept. */}
                {/* oxlint-disable-next-line react/hooks */}
                <Router hook={useHashLocation}>
                  <SessionGate />
                </Router>
              </ShortcutProvider>
            </DeskProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </DatesProvider>
    </MantineProvider>
  )
}
