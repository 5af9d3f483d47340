import { describe, expect, it } from 'vitest'
import {
  blankTalk,
  decisionOf,
  filledFromGuest,
  isBegun,
  NO_DECISION,
  talkEntrySchema,
  visitOf,
} from '../../../../renderer/features/reception/talk-entry.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import { guestFormSchema } from '../../../../shared/domain/reception.ts'
import { visitFormSchema } from '../../../../shared/domain/visit.ts'
import { aGuest } from '../../../helpers/a-reception.ts'

const blank = blankTalk('14:30', '办公室主任')
const place = {
  sitting: { kind: 'day' as const, id: '2026-11-25' },
  guest: null,
  day: parseDay('2026-11-25'),
  place: '行政楼201',
  receivedBy: '王接待',
  draft: 'talk',
}

describe('a conversation being typed', () => {
  it('takes over what the guest said when booking, and is begun then', () => {
    const filled = filledFromGuest(blank, guestFormSchema.parse(aGuest()))
    expect(filled).toMatchObject({
      name: '钱小桥',
      title: '图书馆闭馆时间过早',
      start: '14:30',
      companions: '办公室主任',
    })
    expect([isBegun(blank), isBegun(filled)]).toEqual([false, true])
    expect(talkEntrySchema.parse(JSON.parse(JSON.stringify(filled)))).toEqual(filled)
  })

  it('becomes a visit of the reception day the form accepts', () => {
    const entry = {
      ...filledFromGuest(blank, guestFormSchema.parse(aGuest())),
      demand: '延长开放时间。',
      category: 'HQ',
    }
    const visit = visitFormSchema.parse({
      ...visitOf(entry, place, []),
      origin: { kind: 'reception', conversation: 'J' },
    })
    expect(visit).toMatchObject({ startedAt: '2026-11-25T06:30:00.000Z', channel: 'JDR', headcount: 1 })
  })

  it('sends nothing of somebody who wants to stay unnamed', () => {
    const entry = { ...filledFromGuest(blank, guestFormSchema.parse(aGuest())), anonymous: true }
    const [person] = visitOf(entry, place, []).petitioners
    expect(person).toMatchObject({ name: '', phone: '', studentNumber: '' })
  })

  it('keeps a time that is none as it was typed, for the field to say so', () => {
    expect(visitOf({ ...blank, start: '下午' }, place, []).startedAt).toBe('下午')
  })

  it('answers whether it is a repeat only about what was offered', () => {
    const answer = (repeat: string, offered: string[]) =>
      visitOf({ ...blank, repeat }, place, offered).petitions[0]?.repeat
    expect(answer('', [])).toEqual({ answer: 'first' })
    expect(answer('none', ['A', 'B'])).toEqual({ answer: 'not-repeat', offered: ['A', 'B'] })
    expect(answer('A', ['A'])).toEqual({ answer: 'repeat', of: 'A' })
    expect(answer('A', [])).toEqual({ answer: 'first' })
  })
})

describe('a decision being typed', () => {
  it('says what is missing first', () => {
    expect(decisionOf(NO_DECISION)).toMatchObject({ path: 'decision.kind' })
    expect(decisionOf({ ...NO_DECISION, kind: 'answer' })).toMatchObject({ path: 'decision.outcome' })
    expect(decisionOf({ ...NO_DECISION, kind: 'decline' })).toMatchObject({ path: 'decision.ground' })
  })

  it('sends only the fields of its kind', () => {
    const entry = { ...NO_DECISION, text: '请办理。', leadUnit: 'HQC', limitOn: '2026-12-01' }
    expect(decisionOf({ ...entry, kind: 'assign' })).toEqual({
      kind: 'assign',
      text: '请办理。',
      leadUnit: 'HQC',
      assistUnits: [],
      limitOn: '2026-12-01',
    })
    expect(decisionOf({ ...entry, kind: 'transfer' })).not.toHaveProperty('limitOn')
    expect(decisionOf({ ...entry, kind: 'later' })).toEqual({ kind: 'later' })
  })
})
