import { useEffect, useState } from 'react'
import type { Progress } from '../../shared/contract/call.ts'
import type { DeskError } from '../../shared/contract/errors.ts'
import { type Desk, problemOf } from '../bridge/desk.ts'
import { useDesk, useWire } from '../bridge/desk-context.tsx'

export type Job<Result> = {
  readonly running: boolean
  readonly progress: Progress | null
  /** Of the last run; null while there is none. */
  readonly result: Result | null
  readonly error: DeskError | null
  readonly start: () => void
  readonly cancel: () => void
}

/** Long work in the core: started once, followed by its events, cancelled on request. */
export function useJob<Result>(work: (desk: Desk, job: string) => Promise<Result>): Job<Result> {
  const desk = useDesk()
  const wire = useWire()
  const [job, setJob] = useState<string | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<DeskError | null>(null)

  useEffect(() => {
    if (job === null) return undefined
    return wire.onEvent((event) => {
      if (event.type === 'progress' && event.job === job) setProgress(event)
    })
  }, [wire, job])

  async function run() {
    const id = crypto.randomUUID()
    setJob(id)
    setProgress(null)
    setResult(null)
    setError(null)
    try {
      setResult(await work(desk, id))
    } catch (thrown) {
      setError(problemOf(thrown))
    } finally {
      setJob(null)
    }
  }

  return {
    running: job !== null,
    progress,
    result,
    error,
    start: () => {
      if (job === null) void run()
    },
    cancel: () => {
      if (job !== null) void desk('session.cancel', { job })
    },
  }
}
