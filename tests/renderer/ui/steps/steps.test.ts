import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../../renderer/ui/steps/correction.ts'
import { arrangeSteps, STEP_WORDS, type StepView } from '../../../../renderer/ui/steps/petition-view.ts'
import { stateSchema } from '../../../../shared/domain/petition.ts'
import { STEPS } from '../../../../shared/rules/stepped-petition.ts'

const step = (name: StepView['step'], refusal: string | null = null, main = false): StepView => ({
  step: name,
  main,
  refusal,
})

describe('the steps of a petition', () => {
  it('have one main step, the likeliest others beside it, the rest in the menu, and the refused ones apart', () => {
    const { main, likely, more, refused } = arrangeSteps('transferred', [
      step('remark'),
      step('close', '还没有答复'),
      step('extend'),
      step('unitReply', null, true),
      step('communicate'),
      step('correct'),
      step('chase'),
    ])

    expect(main?.step).toBe('unitReply')
    expect(likely.map((each) => each.step)).toEqual(['chase', 'extend'])
    expect(more.map((each) => each.step)).toEqual(['communicate', 'correct', 'remark'])
    expect(refused.map((each) => each.step)).toEqual(['close'])
  })

  it('need no menu when they are few', () => {
    const { likely, more } = arrangeSteps('supervising', [step('remark'), step('instruct')])

    expect(likely.map((each) => each.step)).toEqual(['instruct', 'remark'])
    expect(more).toEqual([])
  })

  it('have no main step when it is refused', () => {
    expect(arrangeSteps('handling', [step('close', '还没有答复', true)]).main).toBeNull()
  })

  it.each(stateSchema.options)(
    'lose none of what can be done with one that is %s, and never make a wall',
    (state) => {
      const { main, likely, more } = arrangeSteps(
        state,
        STEPS.map((name) => step(name, null, name === 'remark')),
      )

      expect(likely.length).toBeLessThanOrEqual(4)
      expect([main, ...likely, ...more]).toHaveLength(STEPS.length)
      expect(new Set([main, ...likely, ...more].map((each) => each?.step))).toEqual(new Set(STEPS))
    },
  )

  it('have a key each, and leave V and W to the page', () => {
    const keys = Object.values(STEP_WORDS).map(({ key }) => key)

    expect(new Set([...keys, 'V', 'W']).size).toBe(STEPS.length + 2)
  })
})

describe('a correction', () => {
  const before = {
    title: '食堂供餐',
    matter: '供餐时间短',
    grounds: '',
    demand: '延长',
    purpose: 'request',
    category: 'HQ',
    accusedNames: '',
    accusedUnits: ['HQC', 'GZC'],
    urgency: 'normal',
    grade: null,
  } as const

  it('sends only what differs', () => {
    const after = { ...before, accusedUnits: ['HQC', 'GZC'] }

    expect(
      changesBetween({ ...before, accusedUnits: ['HQC', 'GZC'] }, { ...after, title: '食堂晚间供餐' }),
    ).toEqual({
      title: '食堂晚间供餐',
    })
  })

  it('takes neither spaces at the ends nor another order of units for a change', () => {
    const start = { ...before, accusedUnits: ['HQC', 'GZC'] }

    expect(changesBetween(start, { ...start, title: ' 食堂供餐 ', accusedUnits: ['GZC', 'HQC'] })).toEqual({})
    expect(changesBetween(start, { ...start, accusedUnits: ['GZC'] })).toEqual({ accusedUnits: ['GZC'] })
  })
})
