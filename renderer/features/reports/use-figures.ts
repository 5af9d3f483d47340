import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { useJobProgress } from './use-job-progress.ts'

/** The figures of a period, with a word about how far the counting is while there are none yet. */
export function useFigures(period: string | null) {
  const job = `figures-${period}`
  const progress = useJobProgress(job)
  const query = useDeskQuery(
    'reports.figures',
    { period: period ?? '', job },
    { enabled: period !== null, keep: true },
  )
  const counting = query.isFetching && (query.data === undefined || query.isPlaceholderData)
  const far = progress === null || progress.total === null ? '' : `（${progress.done} / ${progress.total}）`
  return {
    figures: query.data,
    error: query.error,
    retry: () => void query.refetch(),
    waiting: counting ? `正在统计${far}` : null,
  }
}
