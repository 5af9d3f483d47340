import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answer, Method, Sent } from '../../shared/contract/api.ts'
import type { DeskError } from '../../shared/contract/errors.ts'
import { useDesk } from './desk-context.tsx'
import { refresh } from './queries.ts'

/** A call that changes something. `mutateAsync` rejects with a `DeskError`; `error` holds the last one. */
export function useDeskMutation<M extends Method>(
  method: M,
): UseMutationResult<Answer<M>, DeskError, Sent<M>> {
  const desk = useDesk()
  const client = useQueryClient()
  return useMutation<Answer<M>, DeskError, Sent<M>>({
    mutationKey: [method],
    mutationFn: (input) => desk(method, input),
    // The core's own word may come later than its answer.
    onSuccess: () => refresh(client, [method.split('.')[0] ?? '']),
  })
}
