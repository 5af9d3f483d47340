import { describe, expect, it } from 'vitest'
import { NEW_COURSE, NO_FOLLOW_UP } from '../../../shared/domain/course.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import { archiveNumber } from '../../../shared/rules/archive-number.ts'
import { papersOf, retentionOf } from '../../../shared/rules/archive-papers.ts'
import { mainStep } from '../../../shared/rules/next-step.ts'
import { type CourseStep, courseOfSteps } from '../../../shared/rules/petition-course.ts'
import { dueTermOf } from '../../../shared/rules/petition-due.ts'
import { stateOf } from '../../../shared/rules/petition-state.ts'
import {
  leaderRefusal,
  type Step,
  type SteppedPetition,
  stepRefusal,
  unitRefusal,
} from '../../../shared/rules/petition-steps.ts'

const D1 = parseDay('2026-11-02')
const D2 = parseDay('2026-11-09')
const D3 = parseDay('2026-11-16')

const transferred: CourseStep = {
  kind: 'petition.routed',
  body: { route: 'transfer', on: D1, leadUnit: 'HQC', assistUnits: [], remark: '' },
}
const replied: CourseStep = {
  kind: 'petition.unit-replied',
  body: { on: D1, unit: 'HQC', handler: '钱', findings: '属实', opinion: '整改', basis: '', settled: 'yes' },
}
const answered = (outcome: 'supported' | 'not-supported', on = D1): CourseStep => ({
  kind: 'petition.answered',
  body: { on, medium: 'written', text: '答复', outcome },
})
const rated = (score: 'satisfied' | 'dissatisfied'): CourseStep => ({
  kind: 'petition.rated',
  body: { on: D1, how: 'phone', score, office: null, reason: '没有解决' },
})
const redone: CourseStep = { kind: 'petition.redone', body: { on: D2, unit: 'HQC', requirement: '重新核实' } }
const instructed = (leadUnit: string | null): CourseStep => ({
  kind: 'petition.instructed',
  body: { on: D1, leader: '李校长', text: '请办理', leadUnit, assistUnits: [], limitOn: null },
})
const supervised: CourseStep = {
  kind: 'petition.supervised',
  body: { on: D3, leader: '李校长', unit: 'HQC', requirement: '限期', limitOn: null },
}
const extended = (told: boolean): CourseStep[] => [
  { kind: 'petition.extended', body: { on: D1, from: D2, to: D3, reason: '招标', approver: '张' } },
  ...(told
    ? [
        {
          kind: 'petition.informed',
          body: { on: D1, kind: 'extension', medium: 'phone', text: '延期', stage: null },
        } as CourseStep,
      ]
    : []),
]

function petition(steps: readonly CourseStep[], more: Partial<SteppedPetition> = {}): SteppedPetition {
  const course = courseOfSteps(steps)
  return {
    state: stateOf(course),
    purpose: 'request',
    accusedUnits: [],
    accusedNames: '',
    anonymous: false,
    grade: null,
    dueOn: D2,
    course,
    papers: ['registration', 'transfer'],
    on: D1,
    ...more,
  }
}

const refusalOf = (step: Step, steps: readonly CourseStep[], more?: Partial<SteppedPetition>) =>
  stepRefusal(step, petition(steps, more))

describe('an impossible step is refused with its reason and clause', () => {
  it('feedback before the unit has replied', () => {
    expect(refusalOf('answer', [transferred])).toContain('《信息沟通实施办法》二（四）反馈')
    expect(refusalOf('answer', [transferred, replied])).toBeNull()
  })

  it('an extension after the limit', () => {
    expect(refusalOf('extend', [transferred], { on: D3 })).toMatch(/期限 2026-11-09 已过.*第三十四条/)
    expect(refusalOf('extend', [transferred], { on: D2 })).toBeNull()
  })

  it('a second extension while the petitioner does not know of the first', () => {
    expect(refusalOf('extend', [transferred, ...extended(false)])).toContain('还没有告知反映人')
    expect(refusalOf('extend', [transferred, ...extended(true)])).toBeNull()
  })

  it('closing what was not granted without a meeting', () => {
    const course = [transferred, replied, answered('not-supported')]
    const phoned: CourseStep = {
      kind: 'petition.communicated',
      body: { on: D1, means: 'phone', by: '王', place: '', text: '讲清', attitude: '' },
    }
    const met: CourseStep = {
      kind: 'petition.communicated',
      body: { ...phoned.body, means: 'meeting' } as never,
    }
    expect(refusalOf('close', course)).toMatch(/见面沟通.*《接诉即办工作制度》三（一）2/)
    expect(refusalOf('close', [...course, phoned])).toContain('见面沟通')
    expect(refusalOf('close', [...course, met])).toBeNull()
  })

  it('closing what took long without a call', () => {
    const course = [transferred, ...extended(true), replied, answered('supported')]
    expect(refusalOf('close', course)).toMatch(/电话或见面沟通.*三（一）2/)
    expect(refusalOf('close', [transferred, replied, answered('supported', D3)])).toContain('处置时间较长')
    expect(
      refusalOf('close', [transferred, replied, answered('supported')], { grade: 'long-term' }),
    ).toContain('处置时间较长')
    expect(refusalOf('close', [transferred, replied, answered('supported')])).toBeNull()
  })

  it('closing before the leader who gave an instruction has been told', () => {
    const course = [instructed('HQC'), replied, answered('supported')]
    const reported: CourseStep = {
      kind: 'petition.reported',
      body: { on: D1, leader: '李校长', kind: 'result', medium: 'written', text: '已办结', remark: '' },
    }
    expect(refusalOf('close', course)).toContain('没有向校领导反馈')
    expect(refusalOf('close', [...course, reported])).toBeNull()
  })

  it('archiving with papers missing', () => {
    const closed: CourseStep[] = [
      transferred,
      replied,
      answered('supported'),
      { kind: 'petition.closed', body: { on: D1, remark: '' } },
    ]
    expect(refusalOf('archive', closed, { papers: ['registration'] })).toMatch(/还缺：转办函.*二（五）归档/)
    expect(refusalOf('archive', closed)).toBeNull()
    expect(refusalOf('archive', [transferred])).toContain('办结后才能归档')
  })

  it('a petition a leader has given to a unit is not routed past that leader', () => {
    const course = [instructed('HQC')]
    for (const step of ['direct', 'transfer', 'decline'] as const) {
      expect(refusalOf(step, course), step).toContain('校领导已')
    }
    expect(refusalOf('submit', course)).toBeNull()
  })

  it('a timetable for what is not long-term', () => {
    expect(refusalOf('plan', [transferred])).toContain('三（一）3')
    expect(refusalOf('plan', [transferred], { grade: 'long-term' })).toBeNull()
  })

  it('a return after the unit has accounted for it', () => {
    expect(refusalOf('return', [transferred, replied])).toContain('第二十三条')
    expect(refusalOf('return', [transferred])).toBeNull()
  })

  it('chasing what no unit and no leader holds', () => {
    expect(refusalOf('chase', [])).toContain('二（三）')
    expect(refusalOf('chase', [transferred])).toBeNull()
  })
})

describe('an accusation', () => {
  const unit = (code: string, takesAccusations = false) =>
    ({ code, name: code, active: true, takesAccusations }) as never

  it('goes to discipline inspection alone, and no matter goes to the unit it names', () => {
    const accusing = petition([], { purpose: 'accusation', accusedUnits: ['CWC'] })
    expect(unitRefusal(accusing, [unit('HQC')])).toContain('第三十条')
    expect(unitRefusal(accusing, [unit('JJS', true)])).toBeNull()
    expect(unitRefusal(petition([], { accusedUnits: ['CWC'] }), [unit('CWC')])).toContain('被反映单位')
    expect(refusalOf('direct', [], { purpose: 'accusation' })).toContain('检举控告')
  })

  it('is never put before the leader it names', () => {
    const naming = { accusedNames: '后勤处赵某、李校长' }
    expect(leaderRefusal(naming, { post: '副院长', name: '李校长' })).toContain('被反映人')
    expect(leaderRefusal(naming, { post: '副院长', name: '' })).toBeNull()
  })
})

describe('a dissatisfied petitioner', () => {
  const closed: CourseStep = { kind: 'petition.closed', body: { on: D1, remark: '' } }
  const once = [transferred, replied, answered('supported'), rated('dissatisfied')]
  const twice = [...once, redone, replied, answered('supported'), rated('dissatisfied')]
  const thrice = [...twice, supervised, replied, answered('supported'), rated('dissatisfied')]
  const term = (steps: readonly CourseStep[]) =>
    dueTermOf({ receivedOn: D1, grade: 'complex', regulation: '制度', course: courseOfSteps(steps) })

  it('has the matter redone, then supervised, and then the result stands', () => {
    expect(petition(once).state).toBe('dissatisfied')
    expect(petition([...once, redone]).state).toBe('redoing')
    expect(petition(twice).state).toBe('to-supervise')
    expect(petition([...twice, supervised]).state).toBe('supervising')
    expect(petition(thrice).state).toBe('answered')
  })

  it('opens again what was closed', () => {
    const course = [transferred, replied, answered('supported'), closed]
    expect(petition(course).state).toBe('closed')
    expect(petition([...course, rated('satisfied')]).state).toBe('closed')
    expect(petition([...course, rated('dissatisfied')]).state).toBe('dissatisfied')
  })

  it('is heard though nobody could answer an anonymous petitioner', () => {
    const course = [transferred, replied, closed, rated('dissatisfied')]
    expect(petition(course).state).toBe('dissatisfied')
    expect(term(course)).toEqual({ kind: 'rule', from: D1, rule: 'redoOrder' })
  })

  it('runs on limits of its own', () => {
    expect(term(once)).toEqual({ kind: 'rule', from: D1, rule: 'redoOrder' })
    expect(term([...once, redone])).toEqual({ kind: 'rule', from: D2, rule: 'redo' })
    expect(term(twice)).toEqual({ kind: 'rule', from: D1, rule: 'superviseOrder' })
    expect(term([...twice, supervised])).toEqual({ kind: 'rule', from: D3, rule: 'supervise' })
  })

  it('is what the main button is about', () => {
    expect(mainStep(petition(once))).toBe('redo')
    expect(mainStep(petition([...once, redone]))).toBe('unitReply')
    expect(mainStep(petition(twice))).toBe('supervise')
  })
})

describe('limits after the route', () => {
  const termOf = (steps: readonly CourseStep[]) =>
    dueTermOf({ receivedOn: D1, grade: 'long-term', regulation: '制度', course: courseOfSteps(steps) })

  it('an approved extension replaces the limit it extends', () => {
    expect(termOf([transferred, ...extended(false)])).toEqual({
      kind: 'limit',
      from: D2,
      limitOn: D3,
      why: 'extension',
    })
  })

  it('a timetable runs stage by stage, each told', () => {
    const planned: CourseStep = {
      kind: 'petition.planned',
      body: {
        on: D1,
        stages: [
          { on: D2, what: '招标' },
          { on: D3, what: '改造' },
        ],
      },
    }
    const told: CourseStep = {
      kind: 'petition.informed',
      body: { on: D2, kind: 'stage', medium: 'phone', text: '已招标', stage: 0 },
    }
    expect(termOf([transferred, planned])).toMatchObject({ limitOn: D2, why: 'stage' })
    expect(termOf([transferred, planned, told])).toMatchObject({ limitOn: D3, why: 'stage' })
  })
})

describe('filing', () => {
  it('asks for the papers of the way a petition went', () => {
    expect(papersOf(petition([transferred])).map(({ name }) => name)).toEqual([
      '来访（来件）登记表',
      '转办函',
      '承办单位办理情况反馈',
      '对反映人的答复记录',
    ])
  })

  it('keeps a leader’s or a group’s matter longest, then what had an outcome', () => {
    const settings = { retention: { leaderOrGroup: '永久', withOutcome: '30年', other: '10年' } } as const
    expect(retentionOf({ course: courseOfSteps([instructed(null)]), group: false }, settings)).toBe('永久')
    expect(retentionOf({ course: NEW_COURSE, group: true }, settings)).toBe('永久')
    expect(retentionOf({ course: courseOfSteps([answered('supported')]), group: false }, settings)).toBe(
      '30年',
    )
    expect(retentionOf({ course: NEW_COURSE, group: false }, settings)).toBe('10年')
  })

  it('numbers by piece (DA/T 22-2015) or by class', () => {
    const settings = { fonds: '0110', organ: 'BGS', classNumber: 'XZ11' }
    expect(archiveNumber({ scheme: 'piece', ...settings }, 2026, '30年').withSerial(1)).toBe(
      '0110-WS·2026-D30-BGS-0001',
    )
    expect(archiveNumber({ scheme: 'class', ...settings }, 2026, '30年').withSerial(5)).toBe('2026-XZ11-5')
  })

  it('starts with nothing noted', () => {
    expect(NEW_COURSE.followUp).toEqual(NO_FOLLOW_UP)
  })
})
