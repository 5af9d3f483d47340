import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import type { DeskError } from '../../../shared/contract/errors.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { type ListFilters, searchInput } from './list-filters.ts'

/** As many as are seen at once and a little more; later pages cost the same at any depth. */
const PAGE = 100

/** The endless list: each page begins where the last one ended. */
export function usePetitionPages(filters: ListFilters, enabled: boolean) {
  const desk = useDesk()
  const input = searchInput(filters)
  const pages = useInfiniteQuery<
    Answer<'petitions.list'>,
    DeskError,
    { pages: Answer<'petitions.list'>[] },
    readonly unknown[],
    number | null
  >({
    queryKey: ['petitions.list', input, 'pages'],
    queryFn: ({ pageParam }) => desk('petitions.list', { ...input, before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = pages
  const last = data?.pages.at(-1)

  // A search that stopped for lack of time goes on by itself: nobody should take its first part for the whole.
  const unfinished = last?.complete === false && last.next !== null
  useEffect(() => {
    if (unfinished && !isFetching) void fetchNextPage()
  }, [unfinished, isFetching, fetchNextPage])

  return {
    lines: data?.pages.flatMap(({ lines }) => lines) ?? [],
    loaded: data !== undefined,
    atEnd: data !== undefined && !hasNextPage,
    searching: unfinished,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: () => {
      if (hasNextPage && !isFetching) void fetchNextPage()
    },
  }
}
