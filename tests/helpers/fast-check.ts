import * as fc from 'fast-check'

/**
 * fast-check with the same cases in every ordinary run, so that what fails was changed. `SEED=7` takes others,
 * `SEED=random` new ones each time, and `TIMES=20` twenty times as many where a test does not say how many.
 */
const SEED = process.env['SEED'] ?? '20261121'
const TIMES = Number(process.env['TIMES'] ?? 1)
const USUAL_RUNS = 100

fc.configureGlobal({
  numRuns: USUAL_RUNS * TIMES,
  ...(SEED === 'random' ? {} : { seed: Number(SEED) }),
})

/** As many runs as a test asks for, or `TIMES` as many. */
export function runs(count: number): number {
  return count * TIMES
}

export * from 'fast-check'
