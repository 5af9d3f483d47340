import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSession } from '../../bridge/desk-context.tsx'
import { type ListFilters, NO_FILTERS } from './list-filters.ts'

export type ListMemory = {
  readonly filters: ListFilters
  /** The row somebody stood on when they opened a petition. */
  readonly row: number
}

const FRESH: ListMemory = { filters: NO_FILTERS, row: 0 }

/**
 * What the list looked like when it was left. Kept in memory only, and apart for each person: what was searched for
 * may be a name.
 */
export function useListMemory() {
  const client = useQueryClient()
  const { login } = useSession().me
  const recall = useCallback(
    () => client.getQueryData<ListMemory>(['window.petitionList', login]) ?? FRESH,
    [client, login],
  )
  const remember = useCallback(
    (memory: ListMemory) => {
      client.setQueryDefaults(['window.petitionList'], { gcTime: Infinity })
      client.setQueryData(['window.petitionList', login], memory)
    },
    [client, login],
  )
  return { recall, remember }
}
