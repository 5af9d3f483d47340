import { describe, expect, it } from 'vitest'
import {
  dayToReview,
  type ReviewDay,
  waitingElsewhere,
} from '../../../../renderer/features/review/review-day.ts'
import { parseDay } from '../../../../shared/domain/day.ts'

const today = parseDay('2026-11-20')
const day = (text: string, unread: number) => ({
  day: parseDay(text),
  petitions: 3,
  unread,
  signedOff: unread === 0,
})

describe('the day a review begins with', () => {
  it('is the newest one with something unread', () => {
    expect(dayToReview([day('2026-11-20', 0), day('2026-11-19', 2), day('2026-11-18', 1)], today)).toBe(
      '2026-11-19',
    )
  })

  it('is the newest one when everything is read, and today when there is none', () => {
    expect(dayToReview([day('2026-11-19', 0), day('2026-11-18', 0)], today)).toBe('2026-11-19')
    expect(dayToReview([], today)).toBe(today)
  })
})

describe('what waits on other days', () => {
  it('leaves out what comes up among the petitions of the day', () => {
    const review = {
      waiting: [{ number: 'A' }, { number: 'B' }],
      petitions: [{ number: 'B' }, { number: 'C' }],
    } as unknown as ReviewDay

    expect(waitingElsewhere(review).map(({ number }) => number)).toEqual(['A'])
  })
})
