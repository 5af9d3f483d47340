import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Answer, Method, Sent } from '../../shared/contract/api.ts'
import type { DeskError } from '../../shared/contract/errors.ts'
import { useDesk } from './desk-context.tsx'

type Options = {
  /** False while the input is not complete. */
  readonly enabled?: boolean
  /** Show the last answer until the next one is there, so that lists do not blink while typing. */
  readonly keep?: boolean
  readonly refetchEveryMs?: number
  /** Ask again whenever it is mounted, whatever was known before. */
  readonly fresh?: boolean
}

/** A reading call; asked again whenever the core says that something changed. */
export function useDeskQuery<M extends Method>(
  method: M,
  input: Sent<M>,
  { enabled = true, keep = false, refetchEveryMs, fresh = false }: Options = {},
): UseQueryResult<Answer<M>, DeskError> {
  const desk = useDesk()
  return useQuery<Answer<M>, DeskError>({
    queryKey: [method, input],
    queryFn: () => desk(method, input),
    enabled,
    ...(fresh ? { staleTime: 0 } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs }),
  })
}
