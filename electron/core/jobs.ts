import type { CoreEvent } from '../../shared/contract/call.ts'
import { DeskError } from '../../shared/contract/errors.ts'

/** Long work that tells how far it is and can be stopped. */
export type Jobs = {
  run<T>(job: string, work: (running: RunningJob) => Promise<T>): Promise<T>
  cancel(job: string): void
  cancelAll(): void
}

export type RunningJob = {
  readonly signal: AbortSignal
  /** Also lets other calls through, and throws when the job was cancelled. */
  report(label: string, done: number, total: number | null): Promise<void>
}

export function createJobs(emit: (event: CoreEvent) => void): Jobs {
  const running = new Map<string, AbortController>()
  return {
    run: async (job, work) => {
      const controller = new AbortController()
      running.set(job, controller)
      try {
        return await work({
          signal: controller.signal,
          report: async (label, done, total) => {
            emit({ type: 'progress', job, label, done, total })
            await new Promise((resolve) => setImmediate(resolve))
            if (controller.signal.aborted)
              throw new DeskError('cancelled', '已按您的要求停止；已经完成的部分都已保存。')
          },
        })
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort()
    },
  }
}
