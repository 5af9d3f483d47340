import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../../renderer/ui/steps/correction.ts'
import { arrangeSteps, type StepView } from '../../../../renderer/ui/steps/petition-view.ts'

const step = (name: StepView['step'], refusal: string | null = null, main = false): StepView => ({
  step: name,
  main,
  refusal,
})

describe('the steps of a petition', () => {
  it('have one main step, the others in the order of the work, and the refused ones apart', () => {
    const { main, others, refused } = arrangeSteps([
      step('remark'),
      step('close', '还没有答复'),
      step('transfer', null, true),
      step('direct'),
    ])

    expect(main?.step).toBe('transfer')
    expect(others.map((each) => each.step)).toEqual(['direct', 'remark'])
    expect(refused.map((each) => each.step)).toEqual(['close'])
  })

  it('have no main step when it is refused', () => {
    expect(arrangeSteps([step('close', '还没有答复', true)]).main).toBeNull()
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
