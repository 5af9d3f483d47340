import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { DeskError } from '../../shared/contract/errors.ts'
import type { Wire } from './wire.ts'

/** Drafts are saved at every pause of typing; nothing but their list depends on them. */
const QUIET_AREAS: readonly string[] = ['drafts']

export function createQueryClient(): QueryClient {
  // A call refused because the session has ended: the window has to show it.
  const onError = (error: Error) => {
    if (!(error instanceof DeskError) || error.code !== 'notSignedIn') return
    void client.invalidateQueries({ queryKey: ['session.state'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // The core is on this machine and says when something changed.
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 2 && error instanceof DeskError && error.code === 'unavailable',
        retryDelay: 600,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** Keeps what is shown true: whatever the core says has changed is asked again. */
export function refreshOnEvents(client: QueryClient, wire: Wire): () => void {
  return wire.onEvent((event) => {
    if (event.type === 'restarted') void client.invalidateQueries()
    if (event.type === 'changed') refresh(client, event.topics)
  })
}

export function refresh(client: QueryClient, topics: readonly string[]): void {
  const quiet = topics.length > 0 && topics.every((topic) => QUIET_AREAS.includes(topic))
  void client.invalidateQueries({
    predicate: ({ queryKey: [method] }) => {
      const area = typeof method === 'string' ? method.split('.')[0] : undefined
      return quiet ? area !== undefined && topics.includes(area) : true
    },
  })
}
