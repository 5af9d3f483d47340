import type { Answer } from '../../../shared/contract/api.ts'
import type { Day } from '../../../shared/domain/day.ts'

export type ReviewDay = Answer<'review.day'>
export type ReviewedPetition = ReviewDay['petitions'][number]

export type Decision = 'instructed' | 'read' | 'unread'

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  instructed: '已批示',
  read: '已阅',
  unread: '未阅',
}

export function decisionOn(petition: ReviewedPetition, read: ReviewDay['read']): Decision {
  if (petition.instruction !== null) return 'instructed'
  return read.includes(petition.number) ? 'read' : 'unread'
}

export function unreadIn({ petitions, read }: ReviewDay): readonly ReviewedPetition[] {
  return petitions.filter((petition) => decisionOn(petition, read) === 'unread')
}

/** Where to begin: the newest day with something unread, else the newest with anything, else today. */
export function dayToReview(days: ReviewDay['days'], today: Day): Day {
  return (days.find(({ unread }) => unread > 0) ?? days[0])?.day ?? today
}

/** The first one not yet read; behind the last when all are, which is where the day is signed off. */
export function placeToBegin(day: ReviewDay): number {
  const at = day.petitions.findIndex((petition) => decisionOn(petition, day.read) === 'unread')
  return at < 0 ? day.petitions.length : at
}

/** What waits for a decision and does not come up among the day's own petitions. */
export function waitingElsewhere({ waiting, petitions }: ReviewDay): ReviewDay['waiting'] {
  const shown = new Set(petitions.map(({ number }) => number))
  return waiting.filter(({ number }) => !shown.has(number))
}
