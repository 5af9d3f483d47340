import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tidyWhileIdle } from '../../../../electron/core/search/tidy-while-idle.ts'
import { one } from '../../../../electron/core/store/connection.ts'
import { aDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('tidying while nobody saves', () => {
  it('joins the pieces of the search index, and finds what it found before', async () => {
    const desk = await aDesk()
    for (let n = 0; n < 6; n += 1) await desk.ask('visits.register', { visit: aVisit() })
    const { raw } = desk.app.session.desk().store.reader
    const pieces = () => one<{ n: number }>(raw, 'select count(distinct segid) as n from petition_fts_idx').n
    expect(pieces()).toBe(6)

    await vi.advanceTimersByTimeAsync(60_000)

    expect(pieces()).toBeLessThan(3)
    expect(vi.getTimerCount()).toBe(0)
    const found = await desk.ask('petitions.list', { query: '晚课学生' })
    expect(found.lines).toHaveLength(6)
    expect(desk.bugs).toEqual([])
    await desk.remove()
  })

  it('waits anew after every change, goes on while there is more, and ends when stopped', async () => {
    let steps = 0
    const tidying = tidyWhileIdle(async () => {
      steps += 1
      return steps < 3
    }, fail)
    for (let n = 0; n < 5; n += 1) {
      tidying.changed()
      await vi.advanceTimersByTimeAsync(9_000)
    }
    expect(steps).toBe(0)

    await vi.advanceTimersByTimeAsync(5_000)
    expect(steps).toBe(3)

    tidying.changed()
    tidying.stop()
    tidying.changed()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(steps).toBe(3)
  })

  it('says when it could not, and tries again after the next change', async () => {
    const failures: unknown[] = []
    const tidying = tidyWhileIdle(
      () => Promise.reject(new Error('the disk is full')),
      (error) => {
        failures.push(error)
      },
    )
    for (let n = 0; n < 2; n += 1) {
      tidying.changed()
      await vi.advanceTimersByTimeAsync(60_000)
    }
    expect(failures).toHaveLength(2)
  })
})

function fail(error: unknown): never {
  throw error
}
