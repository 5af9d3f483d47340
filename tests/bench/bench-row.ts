/** One line of the table: what was measured against what, in the same run. */
export type BenchRow = {
  readonly work: string
  readonly against: string
  /** How many times the other one's median, or null where the budget is milliseconds. */
  readonly ratio: number | null
  readonly budget: string
  readonly holds: boolean
  readonly medianMs: number
  /** Why it is over its budget, where that is known. */
  readonly reason?: string
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
