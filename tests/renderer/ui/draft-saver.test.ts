import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftSaver, type DraftState } from '../../../renderer/ui/draft-saver.ts'
import { instantOf } from '../../../shared/domain/day.ts'

const AT = instantOf(0)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function aSaver(save: (parked: boolean) => Promise<typeof AT | null>) {
  const states: DraftState[] = []
  return { saver: createDraftSaver(save, (state) => states.push(state)), states }
}

describe('saving a draft', () => {
  it('saves once after a pause, not at every key', async () => {
    const save = vi.fn(async () => AT)
    const { saver, states } = aSaver(save)
    saver.touch()
    await vi.advanceTimersByTimeAsync(300)
    saver.touch()
    await vi.advanceTimersByTimeAsync(300)
    expect(save).not.toHaveBeenCalled()

    await vi.advanceTimersByTimeAsync(200)

    expect(save).toHaveBeenCalledTimes(1)
    expect(states).toEqual([{ kind: 'saved', at: AT }])
  })

  it('saves at once when the window loses the eye, and only what has changed', async () => {
    const save = vi.fn(async () => AT)
    const { saver } = aSaver(save)
    saver.touch()
    await saver.flush()
    await saver.flush()

    expect(save).toHaveBeenCalledTimes(1)
  })

  it('tries again by itself after a failure and says so meanwhile', async () => {
    const save = vi.fn(async (): Promise<typeof AT> => AT)
    save.mockRejectedValueOnce(new Error('full'))
    const { saver, states } = aSaver(save)
    saver.touch()
    await vi.advanceTimersByTimeAsync(400)
    expect(states.at(-1)).toEqual({ kind: 'failed' })

    await vi.advanceTimersByTimeAsync(5_000)

    expect(states.at(-1)).toEqual({ kind: 'saved', at: AT })
  })

  it('never brings a draft back after the visit itself was saved', async () => {
    const order: string[] = []
    const slowly = () =>
      new Promise<typeof AT>((resolve) => {
        setTimeout(() => {
          order.push('draft')
          resolve(AT)
        }, 1_000)
      })
    const { saver } = aSaver(slowly)
    saver.touch()
    await vi.advanceTimersByTimeAsync(500)
    saver.touch()
    const saved = saver.pause().then(() => order.push('visit'))
    await vi.advanceTimersByTimeAsync(10_000)
    await saved

    expect(order).toEqual(['draft', 'visit'])
  })

  it('goes on when the visit could not be saved', async () => {
    const save = vi.fn(async () => AT)
    const { saver } = aSaver(save)
    await saver.pause()
    saver.touch()
    saver.resume()
    await vi.advanceTimersByTimeAsync(400)

    expect(save).toHaveBeenCalledTimes(1)
  })

  it('marks a draft that was put aside on purpose', async () => {
    const save = vi.fn(async (parked: boolean) => (parked ? AT : null))
    const { saver } = aSaver(save)
    await saver.park()

    expect(save).toHaveBeenCalledWith(true)
  })
})
