import { buildPaper, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { LetterData, LetterMatter } from '../../../shared/documents/petition-letter.ts'
import type { Course } from '../../../shared/domain/course.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import { CHASE_MEDIA, WITH_UNIT } from '../../../shared/domain/petition.ts'
import { deadlineState } from '../../../shared/rules/deadline-state.ts'
import { unitName } from './gather.ts'
import { dueLimit, letterData, letterMatter, tellableTitle, transferNoticeData } from './paper-data.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { Numbers, PetitionPaper } from './petition-papers.ts'

/** Letters to the unit that has the matter. */
export const unitPapers = {
  transfer: {
    refusal: ({ course }) => {
      if (course.leadUnit !== null && (course.route === 'transfer' || course.followUp.round === 1))
        return null
      return isAssigned(course)
        ? '校领导已经批示交办，请印发交办函（《信息沟通实施办法》二（二）3）。'
        : '还没有确定承办单位，请先转办，再印发转办函；由本单位直接办理的不需要。'
    },
    toUnit: 'must',
    compose: (facts, to) => buildPaper('transfer', transferData(facts, to)),
    title: (facts, unit) => `转办${unitName(facts.office, unit)}：${tellableTitle(facts)}`,
  },
  assign: {
    refusal: ({ course }) =>
      isAssigned(course)
        ? null
        : '还没有校领导批示交有关单位办理，不能印发交办函（《信息沟通实施办法》二（二）3）。',
    toUnit: 'must',
    compose: (facts, to) =>
      buildPaper('assign', { ...transferNoticeData(facts, to), countedFrom: countedFrom(facts.course) }),
    title: (facts, unit) => `交办${unitName(facts.office, unit)}：${tellableTitle(facts)}`,
  },
  urge: {
    refusal: (facts) => {
      const idle = chasedNowRefusal(facts, '催办通知')
      if (idle !== null) return idle
      return chasesOf(facts, facts.course.leadUnit).length === 0
        ? '还没有登记过催办，请先用“催办”登记，再印发催办通知（《信息沟通实施办法》二（三））。'
        : null
    },
    toUnit: 'must',
    compose: (facts, to) => buildPaper('urge', urgeData(facts, to)),
    title: (facts, unit) => `催办${unitName(facts.office, unit)}：${tellableTitle(facts)}`,
  },
  supervise: {
    refusal: (facts) => {
      const idle = chasedNowRefusal(facts, '督办通知单')
      if (idle !== null) return idle
      const chased = chasesOf(facts, facts.course.leadUnit).some(({ level }) => level === 'supervise')
      return chased || facts.course.followUp.round === 2
        ? null
        : '还没有登记过督办，请先用“催办”选择“督办”登记，或由校领导批示督办，再印发督办通知单（《信息沟通实施办法》二（三））。'
    },
    toUnit: 'must',
    compose: (facts, to) => buildPaper('supervise', superviseData(facts, to)),
    title: (facts, unit) => `督办${unitName(facts.office, unit)}：${tellableTitle(facts)}`,
  },
} as const satisfies Readonly<Record<string, PetitionPaper>>

/** The unit has it by a leader's instruction, not by an earlier decision. */
export function isAssigned({ instruction, leadUnit }: Course): boolean {
  return leadUnit !== null && instruction?.leadUnit === leadUnit
}

/** 交办函 after an instruction with a unit, else 转办函: the notice the unit is owed, or null when it is owed none. */
export function noticeOwed(course: Course): 'transfer' | 'assign' | null {
  const { instruction, followUp, leadUnit, route } = course
  if (leadUnit === null) return null
  const sentBack = followUp.round === 1 && (instruction === null || instruction.on < (followUp.roundOn ?? ''))
  if (isAssigned(course) && !sentBack) return 'assign'
  return route === 'transfer' || followUp.round === 1 ? 'transfer' : null
}

/** A limit that runs from an instruction is named by its day alone: it does not count from the transfer. */
function transferData(facts: PaperFacts, to: To): KindData['transfer'] {
  const data = transferNoticeData(facts, to)
  return noticeOwed(facts.course) === 'assign' ? { ...data, limit: { ...data.limit, days: null } } : data
}

function countedFrom({ route, followUp }: Course): KindData['assign']['countedFrom'] {
  if (followUp.round === 2) return '纳入督办'
  return route === 'submit' ? '呈报' : '批示'
}

/** Only a unit that still owes its account is chased. */
function chasedNowRefusal({ petition, course }: PaperFacts, paper: string): string | null {
  if (petition.lead_unit === null)
    return `事项还没有承办单位，${paper}只发给承办单位；请用电话或网络催请批示。`
  if (!WITH_UNIT.includes(petition.state)) return `事项现在不在承办单位手中，不需要印发${paper}。`
  return course.followUp.repliedOn === null ? null : `承办单位已经反馈办理情况，不需要再印发${paper}。`
}

type To = Numbers & { readonly unit: string | null }

function unitLetter(
  facts: PaperFacts,
  to: To,
): LetterData & LetterMatter & { leadUnit: string; given: Given } {
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    leadUnit: unitName(facts.office, to.unit),
    given: givenTo(facts, to.unit),
  }
}

type Given = KindData['urge']['given']

/** How the unit got the matter last, with the number of the notice that said so. */
export function givenTo({ course, documents, petition }: PaperFacts, unit: string | null): Given {
  const notice = documents.findLast(
    (document) => document.unit === unit && (document.kind === 'transfer' || document.kind === 'assign'),
  )
  const { round, roundOn } = course.followUp
  if (round > 0 && roundOn !== null) {
    const sent = notice !== undefined && notice.issued_on >= roundOn ? notice.number : null
    return { how: round === 1 ? '发回重办交' : '纳入督办交', on: roundOn, number: sent }
  }
  const { instruction } = course
  const number = notice?.number ?? null
  return instruction !== null && instruction.leadUnit !== null
    ? { how: '交', on: instruction.on, number }
    : { how: '转', on: course.routedOn ?? petition.received_on, number }
}

/** 催办 of this unit since it got the matter: what an earlier one was told is none of its business. */
function chasesOf(facts: PaperFacts, unit: string | null): readonly EntryBody<'petition.chased'>[] {
  const { on } = givenTo(facts, unit)
  return facts.happened.chased.filter((chase) => chase.unit === unit && chase.on >= on)
}

function urgeData(facts: PaperFacts, to: To): KindData['urge'] {
  const { course, petition, office, desk } = facts
  const chases = chasesOf(facts, to.unit)
  const limit = dueLimit(desk, petition)
  return {
    ...unitLetter(facts, to),
    limit,
    standing: standingAt(facts, limit.dueOn),
    chases: chases.map(({ on, medium, answer }) => ({ on, medium: CHASE_MEDIA[medium], answer })),
    requiredOn: chases.at(-1)?.requiredOn ?? null,
    instructed: course.instruction !== null,
    urgent: petition.urgency !== 'normal',
    regulation: office.channel(petition.channel)?.regulation ?? '办法',
  }
}

function superviseData(facts: PaperFacts, to: To): KindData['supervise'] {
  const { happened, course, petition, desk } = facts
  const chases = chasesOf(facts, to.unit)
  const limit = dueLimit(desk, petition)
  const supervised = happened.supervised.at(-1)
  const { instruction } = course
  return {
    ...unitLetter(facts, to),
    limit,
    standing: standingAt(facts, limit.dueOn),
    chases: chases.length,
    twiceDissatisfied: course.followUp.round === 2,
    instruction:
      instruction === null
        ? null
        : { leader: instruction.leader, on: instruction.on, text: instruction.text },
    requirement: supervised?.requirement === instruction?.text ? '' : (supervised?.requirement ?? ''),
    requiredOn:
      chases.findLast(({ level }) => level === 'supervise')?.requiredOn ?? supervised?.limitOn ?? limit.dueOn,
  }
}

function standingAt({ on, office }: PaperFacts, dueOn: Day): KindData['urge']['standing'] {
  const state = deadlineState(dueOn, on, office.calendar)
  if (state.kind === 'dueToday') return { kind: 'today' }
  return state.kind === 'overdue'
    ? { kind: 'late', workingDays: state.workingDaysLate }
    : { kind: 'left', workingDays: state.workingDaysLeft }
}
