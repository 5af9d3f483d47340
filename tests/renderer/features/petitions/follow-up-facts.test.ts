import { describe, expect, it } from 'vitest'
import { followUpFacts } from '../../../../renderer/features/petitions/follow-up-facts.ts'
import { type FollowUp, NO_FOLLOW_UP } from '../../../../shared/domain/course.ts'
import { parseDay } from '../../../../shared/domain/day.ts'

const TODAY = parseDay('2026-11-20')
const day = parseDay('2026-11-18')

const facts = (followUp: Partial<FollowUp>) =>
  Object.fromEntries(followUpFacts({ ...NO_FOLLOW_UP, ...followUp }, (code) => `${code}处`, TODAY))

describe('what followed the route', () => {
  it('is nothing for a petition that was just registered', () => {
    expect(facts({})).toEqual({})
  })

  it('says which stages of the timetable the petitioner has heard of', () => {
    const stages = [
      { on: day, what: '完成检测', toldOn: day },
      { on: parseDay('2027-01-08'), what: '更换管网', toldOn: null },
    ]
    expect(facts({ stages })['时间表']).toBe(
      '11月18日 周三 完成检测（11月18日 周三 已反馈）\n2027年1月8日 周五 更换管网（还没有反馈）',
    )
  })

  it('keeps an extension nobody was told about apart from one that was told', () => {
    const extension = { from: day, to: TODAY, told: false }
    expect(facts({ extension, extensions: 1 })['延期']).toContain('还没有告知反映人')
    expect(facts({ extension: { ...extension, told: true }, extensions: 1 })['延期']).toContain('，已告知')
  })

  it('shows an open return with its reason, and only that there was one once it is settled', () => {
    const returned = { on: day, unit: 'HQ', reason: '不属职责', suggestedUnit: null }
    expect(facts({ returned, returns: 1 })['单位退回']).toBe(
      '11月18日 周三 HQ处退回：不属职责（没有建议单位，尚未认定）',
    )
    expect(facts({ returns: 1 })['单位退回']).toBe('1 次，已认定')
  })

  it('lists the rating of each round', () => {
    const ratings = [
      { on: day, score: 'dissatisfied', round: 0 },
      { on: TODAY, score: 'fairly', round: 1 },
    ] as const
    expect(facts({ ratings: [...ratings], round: 1, roundOn: day })).toMatchObject({
      评价: '首次办理：不满意（11月18日 周三）\n重办：基本满意（11月20日 周五）',
      当前轮次: '重办，11月18日 周三 起',
    })
  })
})
