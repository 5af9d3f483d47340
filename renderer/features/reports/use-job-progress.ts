import { useEffect, useState } from 'react'
import type { Progress } from '../../../shared/contract/call.ts'
import { useWire } from '../../bridge/desk-context.tsx'

/** How far work of that name is; for calls that are asked again by themselves. */
export function useJobProgress(job: string): Progress | null {
  const wire = useWire()
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      wire.onEvent((event) => {
        if (event.type === 'progress' && event.job === job) setProgress(event)
      }),
    [wire, job],
  )
  return progress
}
