import { describe, expect, it } from 'vitest'
import { howToGet } from '../../../../renderer/ui/steps/missing-papers.ts'
import { informingsOf, type PetitionView, talkOwed } from '../../../../renderer/ui/steps/petition-view.ts'
import { NO_REPLY, replyInput } from '../../../../renderer/ui/steps/unit-reply.ts'
import { type FollowUp, NEW_COURSE, NO_FOLLOW_UP } from '../../../../shared/domain/course.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import { papersOf } from '../../../../shared/rules/archive-papers.ts'

const day = parseDay('2026-11-20')

/** Only what is looked at. */
function petition(followUp: Partial<FollowUp>, beside: object = {}): PetitionView {
  return {
    state: 'answered',
    purpose: 'request',
    grade: null,
    dueOn: day,
    visit: { anonymous: false },
    followUp: { ...NO_FOLLOW_UP, informedOn: day, outcome: 'supported', ...followUp },
    ...beside,
  } as unknown as PetitionView
}

describe('the talk that is owed', () => {
  it('is a meeting where what was asked for is not granted, until there was one', () => {
    expect(talkOwed(petition({ outcome: 'not-supported' }))).toBe('meeting')
    expect(talkOwed(petition({ outcome: 'not-supported', metOn: day }))).toBeNull()
    expect(talkOwed(petition({ outcome: 'not-supported', phonedOn: day }))).toBe('meeting')
  })

  it('is a call where it took long, and none where it went quickly or nobody is known', () => {
    expect(talkOwed(petition({ extensions: 1 }))).toBe('call')
    expect(talkOwed(petition({}, { dueOn: parseDay('2026-11-19') }))).toBe('call')
    expect(talkOwed(petition({}))).toBeNull()
    expect(talkOwed(petition({ extensions: 1 }, { visit: { anonymous: true } }))).toBeNull()
  })
})

describe('what the petitioner can be told', () => {
  it('begins with what is owed: an extension, then a stage', () => {
    const extension = { from: day, to: day, told: false }
    const stages = [{ on: day, what: '检测', toldOn: null }]
    expect(informingsOf(petition({ extension, stages }))[0]).toBe('extension')
    expect(informingsOf(petition({ stages }))[0]).toBe('stage')
    expect(informingsOf(petition({}))).toEqual(['progress', 'explanation'])
  })

  it('offers no stage or extension where there is none', () => {
    const stages = [{ on: day, what: '检测', toldOn: day }]
    expect(informingsOf(petition({ stages }))).not.toContain('stage')
    expect(informingsOf(petition({}))).not.toContain('extension')
  })
})

describe('what a unit sent back', () => {
  const reply = { ...NO_REPLY, handler: '刘', findings: '属实', opinion: '整改', toldText: '已电话告知' }

  it('holds an answer only when the unit gave one itself', () => {
    expect(replyInput({ ...reply, outcome: 'supported' }).answered).toBeNull()
    expect(replyInput({ ...reply, told: true, outcome: 'supported' }).answered).toEqual({
      medium: 'phone',
      outcome: 'supported',
      text: '已电话告知',
    })
  })
})

it('says of every paper a file may lack where it comes from', () => {
  const instruction = { leader: '', text: '', on: day, leadUnit: 'HQ', assistUnits: [], limitOn: null }
  const course = { ...NEW_COURSE, route: 'transfer', instruction } as const
  const lacking = papersOf({ state: 'closed', course, papers: [], anonymous: false }).filter(
    ({ there }) => !there,
  )

  expect(lacking.length).toBeGreaterThan(3)
  for (const { name } of lacking) expect(howToGet(name), name).not.toBe('请在办理经过中补记')
})
