import { useInfiniteQuery } from '@tanstack/react-query'
import type { Answer } from '../../../shared/contract/api.ts'
import type { DeskError } from '../../../shared/contract/errors.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { filterInput, type RegisterFilters } from './register-filters.ts'

const PAGE = 100
type RegisterPage = Answer<'register.list'>

/** The register, newest first, as far as somebody has scrolled. */
export function useRegisterPages(filters: RegisterFilters) {
  const desk = useDesk()
  const pages = useInfiniteQuery<
    RegisterPage,
    DeskError,
    { pages: RegisterPage[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['register.list', filterInput(filters), 'pages'],
    queryFn: ({ pageParam }) =>
      desk('register.list', { ...filterInput(filters), before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  const { fetchNextPage, isFetching } = pages
  return {
    lines: pages.data?.pages.flatMap(({ lines }) => lines) ?? [],
    pending: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    hasMore: pages.hasNextPage && !isFetching,
    more: fetchNextPage,
  }
}
